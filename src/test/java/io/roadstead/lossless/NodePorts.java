// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

/**
 * The node ports of the generated apps, such that no two that exist at a time have one in common.
 * They are of the part of the range from which the API server assigns none by itself as long as
 * there are others (Kubernetes: "Avoiding collisions" of NodePort Services).
 */
final class NodePorts {
  /** The apps of one lane follow each other; those of different lanes exist at a time. */
  static final int LANES = 4;

  /** What an app has at most: three ports and one for health checks. */
  static final int OF_AN_APP = 4;

  static final int FIRST = 30_000;
  static final int ASSIGNED_FROM = 30_086;

  /** An app that is being deleted may keep its ports for a while. */
  private static final int APPS_OF_A_LANE = (ASSIGNED_FROM - FIRST) / OF_AN_APP / LANES;

  /** Every fourth seed makes a large app, so that neighbours go to the same lane. */
  private static final int NEIGHBOURS = 4;

  private NodePorts() {}

  static int lane(long seed) {
    return (int) Math.floorMod(Math.floorDiv(seed, (long) NEIGHBOURS), (long) LANES);
  }

  /** The first node port of an app; its others follow. */
  static int first(long seed) {
    long inLane =
        Math.floorDiv(seed, (long) NEIGHBOURS * LANES) * NEIGHBOURS
            + Math.floorMod(seed, (long) NEIGHBOURS);
    int block = lane(seed) * APPS_OF_A_LANE + (int) Math.floorMod(inLane, (long) APPS_OF_A_LANE);
    return FIRST + block * OF_AN_APP;
  }
}
