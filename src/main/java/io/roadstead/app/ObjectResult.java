// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import org.jspecify.annotations.Nullable;

/**
 * What a write did to one Kubernetes object.
 *
 * @param object kind and name, e.g. {@code Deployment/kubia}
 * @param outcome what happened
 * @param message why it failed or was left, else null
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
    /** It is gone, or going. */
    DELETED,
    /** It stays, on purpose; the message says why. */
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
