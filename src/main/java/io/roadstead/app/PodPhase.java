// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/** The phase of a pod: the phases of Kubernetes, and one for pods that are being deleted. */
public enum PodPhase {
  /** Accepted by the cluster; not every container has started yet. */
  PENDING("Pending"),
  /** Bound to a node, and at least one container runs or is about to. */
  RUNNING("Running"),
  /** Every container has ended successfully. */
  SUCCEEDED("Succeeded"),
  /** Every container has ended, at least one of them with a failure. */
  FAILED("Failed"),
  /** The node does not report it. */
  UNKNOWN("Unknown"),
  /** It is being deleted. */
  TERMINATING("Terminating");

  private final String words;

  PodPhase(String words) {
    this.words = words;
  }

  /** The name of the phase in Kubernetes. */
  public String words() {
    return words;
  }

  /** The phase with this name in Kubernetes; UNKNOWN for an unknown name. */
  public static PodPhase of(String kubernetes) {
    for (PodPhase phase : values()) {
      if (phase.words.equals(kubernetes)) {
        return phase;
      }
    }
    return UNKNOWN;
  }
}
