// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.view;

import io.roadstead.app.PodPhase;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.status.PodReader;

/** Short texts that both views use. */
final class Words {
  private Words() {}

  /** The Kubernetes phase, or that a pod is being deleted or is not ready. */
  static String state(PodRecord pod) {
    PodPhase phase = PodReader.phase(pod);
    return phase == PodPhase.RUNNING && !pod.ready() ? "Running, not ready" : phase.words();
  }
}
