// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.Reason;
import io.roadstead.app.StatusReason.Evidence;
import io.roadstead.kubernetes.status.ReasonMessages.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with, or in progress in, one object of an app.
 *
 * @param reason the closed code
 * @param subject the container or other part that it concerns; findings with different subjects are
 *     not merged
 * @param words what is wrong, and what to do
 * @param object kind and name of the object that shows it
 * @param since when it began, or null
 * @param settled whether it has lasted long enough to affect the state of the app
 * @param evidence the evidence
 * @param pods number of pods that show it
 */
record Finding(
    Reason reason,
    String subject,
    Words words,
    String object,
    @Nullable Instant since,
    boolean settled,
    Evidence evidence,
    int pods) {

  /** A finding about one pod. */
  Finding(
      Reason reason,
      String subject,
      Words words,
      String object,
      @Nullable Instant since,
      boolean settled,
      Evidence evidence) {
    this(reason, subject, words, object, since, settled, evidence, 1);
  }

  /** Whether it says that the app, or a part of it, does not work and is not just in progress. */
  boolean isVerdict() {
    return settled && reason.severity() == Reason.Severity.ERROR;
  }

  boolean isTrouble() {
    return settled && reason.severity() != Reason.Severity.INFO;
  }
}
