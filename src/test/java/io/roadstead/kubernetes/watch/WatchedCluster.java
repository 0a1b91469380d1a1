// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.kubernetes.client.ClusterConnection;
import io.roadstead.kubernetes.model.Kind;
import java.time.Clock;
import java.time.Duration;

/** The cache and its watches on any API server, without the rest of the service. */
public final class WatchedCluster implements AutoCloseable {
  static final int MOST_CALLS = 8;

  private final KubernetesClient client;
  private final ApiServer apiServer;
  private final ClusterWatch watch;
  private final ClusterCache cache;
  private final WatchStates states;

  private WatchedCluster(Config config) {
    config.setRequestRetryBackoffLimit(0);
    client = new KubernetesClientBuilder().withConfig(config).build();
    var tables = new Tables();
    states = new WatchStates(Clock.systemUTC());
    apiServer = new ApiServer(client, null, Duration.ofSeconds(2), MOST_CALLS);
    watch =
        new ClusterWatch(
            client,
            apiServer,
            new ClusterConnection("test", config, null),
            new FastConfig(),
            tables,
            states);
    cache = new ClusterCache(tables, states);
  }

  /** Begins to watch; the API server need not be there yet. */
  public static WatchedCluster start(String kubeconfigYaml) {
    var cluster = new WatchedCluster(Config.fromKubeconfig(kubeconfigYaml));
    cluster.watch.start();
    return cluster;
  }

  public ClusterCache cache() {
    return cache;
  }

  public ClusterWatch watch() {
    return watch;
  }

  public KubernetesClient client() {
    return client;
  }

  ApiServer apiServer() {
    return apiServer;
  }

  int restarts(Kind kind) {
    return states.restarts(kind.kubernetesName());
  }

  @Override
  public void close() {
    watch.close();
    client.close();
  }

  private static final class FastConfig implements WatchConfig {
    @Override
    public Duration heartbeat() {
      return Duration.ofMillis(200);
    }

    @Override
    public Duration notReadyWhenStaleFor() {
      return Duration.ofMinutes(5);
    }
  }
}
