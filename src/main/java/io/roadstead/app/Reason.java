// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/**
 * Why an app is not as desired. The list is closed; {@link #terminal()} reasons do not resolve by
 * themselves.
 */
public enum Reason {
  /** The registry has no such image or tag. */
  IMAGE_NOT_FOUND(Severity.ERROR, true),
  /** The registry refuses the pull: credentials are missing or wrong. */
  IMAGE_PULL_DENIED(Severity.ERROR, true),
  /** The image can't be pulled for another reason, e.g. the registry does not respond. */
  IMAGE_PULL_FAILED(Severity.ERROR, false),
  /** The node rejects the image's name. */
  INVALID_IMAGE_NAME(Severity.ERROR, true),
  /** A container keeps stopping soon after it starts. */
  CRASH_LOOP(Severity.ERROR, true),
  /** A container was killed because it used more memory than its limit. */
  OUT_OF_MEMORY(Severity.ERROR, true),
  /** A container's command can't be run. */
  BAD_COMMAND(Severity.ERROR, true),
  /** A ConfigMap, Secret or a key of one that a container needs does not exist. */
  CONFIG_MISSING(Severity.ERROR, true),
  /** A probe fails, so a pod receives no traffic or is restarted. */
  PROBE_FAILING(Severity.WARNING, false),
  /** No node has enough resources for a pod or meets its requirements. */
  UNSCHEDULABLE(Severity.ERROR, false),
  /** A node is being added for a pod. */
  WAITING_FOR_NODE(Severity.INFO, false),
  /** The namespace's quota leaves no room for more pods. */
  QUOTA_EXCEEDED(Severity.ERROR, true),
  /** Admission control rejects the pods. */
  ADMISSION_DENIED(Severity.ERROR, true),
  /** The rollout made no progress within the Deployment's deadline. */
  PROGRESS_DEADLINE_EXCEEDED(Severity.ERROR, true),
  /** The node of a pod does not respond. */
  NODE_LOST(Severity.WARNING, false),
  /** An image is being pulled. */
  PULLING_IMAGE(Severity.INFO, false),
  /** Pods are being created or started. */
  STARTING(Severity.INFO, false),
  /** Pods of a previous version, of a larger scale or of a deleted app are being terminated. */
  STOPPING(Severity.INFO, false),
  /** A container failed for another reason; the message contains the node's message. */
  CONTAINER_FAILED(Severity.ERROR, false);

  /** The severity of a reason. */
  public enum Severity {
    /** Ordinary progress. */
    INFO,
    /** The app works, but not as desired. */
    WARNING,
    /** A pod can't serve. */
    ERROR
  }

  private final Severity severity;
  private final boolean terminal;

  Reason(Severity severity, boolean terminal) {
    this.severity = severity;
    this.terminal = terminal;
  }

  public Severity severity() {
    return severity;
  }

  /** Whether it persists until something is changed; otherwise it may resolve by itself. */
  public boolean terminal() {
    return terminal;
  }
}
