// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import org.jspecify.annotations.Nullable;

/**
 * Something in a write that was accepted but is likely not intended.
 *
 * @param code machine-readable code
 * @param message what is unusual, and what to do
 * @param field the field of the spec that it is about; null when it is about none
 */
public record Warning(Code code, String message, @Nullable String field) {

  /** The kinds of warnings. */
  public enum Code {
    /** The API server of the cluster warns. */
    CLUSTER_WARNING,
    /** A field that the spec can't express was removed. */
    FIELD_REMOVED,
    /** A GitOps controller keeps the app and will undo the change. */
    KEPT_BY_GITOPS,
    /** Utilization can't be computed without a request. */
    NO_RESOURCE_REQUEST,
    /** No container declares the port that traffic is sent to. */
    UNDECLARED_TARGET_PORT,
    /** No node can hold a pod with these requests. */
    LARGER_THAN_EVERY_NODE,
    /** Something of another tool stays beside the app. */
    KEPT_OBJECT,
    /** A volume or mount of the app was removed. */
    VOLUME_REMOVED,
    /** The number of pods that a stopped app had before is forgotten. */
    COUNT_FORGOTTEN,
    /** A field that another manager set stays although the request leaves it out. */
    FIELD_KEPT
  }
}
