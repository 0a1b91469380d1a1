// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import io.roadstead.app.AppException;
import io.roadstead.app.Caller;
import io.roadstead.app.ClusterRepository;
import io.roadstead.cluster.ClusterInfo;
import io.roadstead.kubernetes.client.ClusterConnection;
import io.roadstead.kubernetes.watch.ClusterCache;
import io.roadstead.kubernetes.watch.ClusterWatch;
import jakarta.enterprise.context.ApplicationScoped;

/** Facts about the cluster from what is watched of it; no call waits for the API server. */
@ApplicationScoped
class KubernetesClusterRepository implements ClusterRepository {
  private final AppReader reader;
  private final ClusterCache cache;
  private final ClusterWatch watch;
  private final ClusterConnection connection;

  KubernetesClusterRepository(
      AppReader reader, ClusterCache cache, ClusterWatch watch, ClusterConnection connection) {
    this.reader = reader;
    this.cache = cache;
    this.watch = watch;
    this.connection = connection;
  }

  @Override
  public ClusterInfo describe(Caller caller) {
    reader.requireSynced();
    String version =
        watch
            .kubernetesVersion()
            .orElseThrow(
                () -> AppException.unavailable("The API server has not told its version.", null));
    return new ClusterInfo(connection.name(), version, cache.nodes().size());
  }
}
