// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import io.roadstead.cluster.ClusterInfo;

/** Access to facts about the cluster itself. */
public interface ClusterRepository {

  /**
   * The cluster as it is now. Blocks until its deadline at most; CLUSTER_UNAVAILABLE when the API
   * server can't be asked.
   */
  ClusterInfo describe(Caller caller);
}
