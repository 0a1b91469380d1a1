// SPDX-License-Identifier: Apache-2.0
package io.roadstead.local;

import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.roadstead.kubernetes.client.KubeconfigSource;
import io.roadstead.simulation.ClusterMemory;
import io.roadstead.simulation.SimulatedCluster;
import io.roadstead.simulation.SimulatedClusterOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts the simulated cluster on its first use by the adapter, and stops it with the service. In
 * dev mode, its apps survive a live reload, which discards everything that the reloaded classes
 * have created.
 */
@Singleton
@UnlessBuildProfile("prod")
public final class LocalCluster implements KubeconfigSource {
  private static final Logger LOG = Logger.getLogger(LocalCluster.class);

  /** Stored in the JVM itself: classes and their static fields do not survive a live reload. */
  private static final String KEPT = "io.roadstead.simulation.kept";

  private final SimulationConfig config;
  private @Nullable SimulatedCluster cluster;

  LocalCluster(SimulationConfig config) {
    this.config = config;
  }

  @Override
  public String kubeconfig() {
    return running().kubeconfigYaml();
  }

  /** The running cluster, for tests. */
  @Produces
  @Singleton
  SimulatedCluster cluster() {
    return running();
  }

  /** Fails at the start, not on the first call, when the configured system is unknown. */
  void check(@Observes StartupEvent started) {
    try {
      options();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("roadstead.simulation.*: " + e.getMessage(), e);
    }
  }

  private synchronized SimulatedCluster running() {
    SimulatedCluster found = cluster;
    if (found == null) {
      SimulatedClusterOptions options = options().withPort(usable(config.port()));
      found = start(options);
      cluster = found;
      LOG.infof(
          "Simulated cluster (%s, nodes: %d): kubectl --server %s get nodes",
          options.system().id(), options.nodes(), found.url());
    }
    return found;
  }

  private static SimulatedCluster start(SimulatedClusterOptions options) {
    Object kept = System.getProperties().remove(KEPT + "/" + options.system().id());
    return kept instanceof String text
        ? SimulatedCluster.start(options, ClusterMemory.ofText(text))
        : SimulatedCluster.start(options);
  }

  private SimulatedClusterOptions options() {
    SimulatedClusterOptions options =
        config
            .system()
            .map(SimulatedClusterOptions::system)
            .orElseGet(SimulatedClusterOptions::defaults)
            .withDelayFactor(config.delayFactor());
    options = config.nodes().map(options::withNodes).orElse(options);
    return config.kubernetesVersion().map(options::withVersion).orElse(options);
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
    SimulatedCluster ended = cluster;
    if (ended == null) {
      return;
    }
    if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
      System.getProperties().put(KEPT + "/" + options().system().id(), ended.memory().text());
    }
    ended.close();
    cluster = null;
  }
}
