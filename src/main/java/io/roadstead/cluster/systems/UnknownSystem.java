// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.SystemKnowledge;
import io.roadstead.cluster.SystemMarks;

/** None of the others, or unknown: the defaults, which apply to most systems. */
public final class UnknownSystem extends SystemKnowledge {
  public UnknownSystem() {
    super("this cluster", ClusterKind.UNKNOWN, Layer.BASE, SystemMarks.NONE);
  }
}
