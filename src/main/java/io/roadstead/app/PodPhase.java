// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/** Where a pod is in its life: Kubernetes' phases, and what they do not say: that it is going. */
public enum PodPhase {
  /** Accepted by the cluster; not every container has started yet. */
  PENDING("Pending"),
  /** Bound to a node, and at least one container runs or is about to. */
  RUNNING("Running"),
  /** Every container has ended with success. */
  SUCCEEDED("Succeeded"),
  /** Every container has ended, at least one of them with a failure. */
  FAILED("Failed"),
  /** The node does not say. */
  UNKNOWN("Unknown"),
  /** It is being deleted. */
  TERMINATING("Terminating");

  private final String words;

  PodPhase(String words) {
    this.words = words;
  }

  /** The phase as Kubernetes writes it. */
  public String words() {
    return words;
  }

  /** The phase that Kubernetes writes so; UNKNOWN for one that is not known. */
  public static PodPhase of(String kubernetes) {
    for (PodPhase phase : values()) {
      if (phase.words.equals(kubernetes)) {
        return phase;
      }
    }
    return UNKNOWN;
  }
}
