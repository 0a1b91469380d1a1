// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;
import io.roadstead.app.LogicalView.Item;
import io.roadstead.app.PhysicalView.Pod;
import java.util.List;

/** The number of pods, of ready pods, and of pods that receive traffic. */
record PodCounts(int pods, int ready, int withTraffic) {

  static PodCounts ofItems(List<Item> pods, Ties ties) {
    return new PodCounts(
        pods.size(),
        (int) pods.stream().filter(pod -> pod.health() == Health.OK).count(),
        (int) pods.stream().filter(ties::getsTraffic).count());
  }

  static PodCounts ofPods(List<Pod> pods) {
    return new PodCounts(
        pods.size(),
        (int) pods.stream().filter(pod -> pod.health() == Health.OK).count(),
        (int) pods.stream().filter(Pod::getsTraffic).count());
  }

  /** E.g. {@code 3 pods: 2 ready, 1 not ready, 2 get traffic}. */
  String words() {
    return pods == 0 ? "no pods" : Words.count(pods, "pod") + ": " + parts();
  }

  /** E.g. {@code 2 ready, 1 not ready, 2 get traffic}. */
  String parts() {
    String verb = withTraffic == 1 ? " gets" : " get";
    return ready + " ready, " + (pods - ready) + " not ready, " + withTraffic + verb + " traffic";
  }
}
