// SPDX-License-Identifier: Apache-2.0
package io.roadstead.local;

import io.quarkus.arc.profile.UnlessBuildProfile;
import io.roadstead.kubernetes.client.KubeconfigSource;
import io.roadstead.simulation.SimulatedCluster;
import io.roadstead.simulation.SimulatedClusterOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts the simulated cluster when the adapter first asks for it, and ends it with the service.
 */
@Singleton
@UnlessBuildProfile("prod")
public final class LocalCluster implements KubeconfigSource {
  private static final Logger LOG = Logger.getLogger(LocalCluster.class);

  private final SimulationConfig config;
  private @Nullable SimulatedCluster cluster;

  LocalCluster(SimulationConfig config) {
    this.config = config;
  }

  @Override
  public String kubeconfig() {
    return running().kubeconfigYaml();
  }

  /** The running cluster, so that a test can act on it. */
  @Produces
  @Singleton
  SimulatedCluster cluster() {
    return running();
  }

  private synchronized SimulatedCluster running() {
    SimulatedCluster found = cluster;
    if (found == null) {
      found =
          SimulatedCluster.start(
              SimulatedClusterOptions.defaults()
                  .withPort(usable(config.port()))
                  .withNodes(config.nodes())
                  .withVersion(config.kubernetesVersion())
                  .withDelayFactor(config.delayFactor()));
      cluster = found;
      LOG.infof(
          "Simulated cluster with %d nodes: kubectl --server %s get nodes",
          config.nodes(), found.url());
    }
    return found;
  }

  private static int usable(int port) {
    if (port == 0) {
      return 0;
    }
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return port;
    } catch (IOException e) {
      LOG.warnf("Port %d is taken; the simulated API server gets a free one.", port);
      return 0;
    }
  }

  @PreDestroy
  synchronized void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }
}
