// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.List;

/**
 * The progress of the latest version.
 *
 * @param complete whether every pod belongs to the latest version and is available
 * @param steps the versions that have or want pods, newest first; empty when complete
 */
public record Rollout(boolean complete, List<Step> steps) {
  public Rollout {
    steps = List.copyOf(steps);
  }

  /**
   * One version of the app during a rollout.
   *
   * @param revision number of the version, from 1
   * @param replicaSet name of its ReplicaSet
   * @param latest whether it is the version that is rolled out; the others are being replaced
   * @param images images of its containers
   * @param desiredReplicas number of pods that it is currently scaled to
   * @param readyReplicas pods of it that serve
   */
  public record Step(
      long revision,
      String replicaSet,
      boolean latest,
      List<String> images,
      int desiredReplicas,
      int readyReplicas) {
    public Step {
      images = List.copyOf(images);
    }
  }
}
