// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reason why an app is not as desired, with its evidence.
 *
 * @param reason the closed code
 * @param message what is wrong, and what to do
 * @param object the Kubernetes object that shows it, e.g. {@code Pod/kubia-5d9c-x2x4q}
 * @param affectedPods number of pods with the same reason; 0 when it is not about pods
 * @param since when it began, or null when unknown
 * @param evidence the evidence
 */
public record StatusReason(
    Reason reason,
    String message,
    String object,
    int affectedPods,
    @Nullable Instant since,
    Evidence evidence) {

  /**
   * The evidence for a reason.
   *
   * @param event reason and message of a Kubernetes event or condition, or null
   * @param exitCode the last exit code of the container, or null
   * @param logTail the last lines that the container wrote before it ended, or null
   */
  public record Evidence(
      @Nullable String event, @Nullable Integer exitCode, @Nullable String logTail) {
    public static final Evidence NONE = new Evidence(null, null, null);
  }
}
