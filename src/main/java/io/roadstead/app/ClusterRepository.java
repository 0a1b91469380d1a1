// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import io.roadstead.cluster.ClusterInfo;
import io.roadstead.cluster.ClusterNode;
import io.roadstead.cluster.Freshness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Access to facts about the cluster itself. */
public interface ClusterRepository {

  /**
   * The current cluster. Blocks until its deadline at most; CLUSTER_UNAVAILABLE when the API server
   * can't be reached.
   */
  ClusterInfo describe(Caller caller);

  /**
   * A page of the cluster's nodes, by name. INVALID_ARGUMENT for a malformed page token,
   * PERMISSION_DENIED when the service is not permitted to list nodes.
   */
  NodePage nodes(Caller caller, PageRequest page);

  /**
   * A page of nodes.
   *
   * @param nodes the nodes
   * @param nextPageToken for the next page; null on the last one
   * @param freshness how recent the page is
   */
  record NodePage(List<ClusterNode> nodes, @Nullable String nextPageToken, Freshness freshness) {
    public NodePage {
      nodes = List.copyOf(nodes);
    }
  }
}
