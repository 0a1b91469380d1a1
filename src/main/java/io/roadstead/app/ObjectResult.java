// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import org.jspecify.annotations.Nullable;

/**
 * The result of a write for one Kubernetes object.
 *
 * @param object kind and name, e.g. {@code Deployment/kubia}
 * @param outcome what happened
 * @param message why it failed or was kept; otherwise null
 */
public record ObjectResult(String object, Outcome outcome, @Nullable String message) {

  /** What happened to the object. */
  public enum Outcome {
    /** It did not exist before. */
    CREATED,
    /** It existed and is different now. */
    CHANGED,
    /** It already was as desired; its resourceVersion is the same. */
    UNCHANGED,
    /** It is deleted, or being deleted. */
    DELETED,
    /** It was kept on purpose; the message says why. */
    KEPT,
    /** The cluster refused it; the message says why. */
    FAILED,
    /** Not tried because an earlier object failed. */
    NOT_ATTEMPTED
  }

  public static ObjectResult of(String object, Outcome outcome) {
    return new ObjectResult(object, outcome, null);
  }
}
