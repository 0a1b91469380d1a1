// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.view;

import io.roadstead.kubernetes.model.PodRecord;

/** Short words that both views use. */
final class Words {
  private Words() {}

  /** Kubernetes' phase, and what it does not say: that a pod is going, or not ready. */
  static String state(PodRecord pod) {
    String phase = phase(pod);
    return phase.equals("Running") && !pod.ready() ? "Running, not ready" : phase;
  }

  static String phase(PodRecord pod) {
    return pod.meta().deleting() ? "Terminating" : pod.phase();
  }
}
