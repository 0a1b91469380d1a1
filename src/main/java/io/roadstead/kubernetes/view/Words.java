// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.view;

import io.roadstead.app.PodPhase;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.status.PodReader;

/** Short words that both views use. */
final class Words {
  private Words() {}

  /** Kubernetes' phase, and what it does not say: that a pod is going, or not ready. */
  static String state(PodRecord pod) {
    PodPhase phase = PodReader.phase(pod);
    return phase == PodPhase.RUNNING && !pod.ready() ? "Running, not ready" : phase.words();
  }
}
