// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation;

import io.roadstead.simulation.api.ApiServer;
import io.roadstead.simulation.controller.ClusterControllers;
import io.roadstead.simulation.controller.ClusterProfile;
import io.roadstead.simulation.controller.ServicePorts;
import io.roadstead.simulation.controller.SimulationClock;
import io.roadstead.simulation.controller.StageDelays;
import io.roadstead.simulation.store.ApiGroup;
import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ServedKinds;
import io.roadstead.simulation.store.memory.MemoryObjectStore;
import io.roadstead.simulation.system.SimulatedSystem;
import io.roadstead.simulation.traffic.LoopbackPorts;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * A running simulated cluster: its API on loopback, its controllers, scheduler and nodes. Its state
 * is lost when it is closed, unless its {@link ClusterMemory} is kept. Its methods block and must
 * not be called on an event loop.
 */
public final class SimulatedCluster implements AutoCloseable {
  private static final Duration BOOKMARKS = Duration.ofMinutes(1);

  private final SimulatedSystem system;
  private final SimulationClock clock;
  private final ObjectStore store;
  private final ServicePorts ports;
  private final ClusterControllers controllers;
  private final ApiServer api;

  private SimulatedCluster(SimulatedClusterOptions options) {
    system = options.system();
    clock = options.clock();
    Clock time = clock.withZone(ZoneOffset.UTC);
    store = new MemoryObjectStore(time, kinds(options));
    boolean loopback = options.loadBalancer().script().loopback();
    ports = loopback ? new LoopbackPorts() : ServicePorts.none();
    controllers = ClusterControllers.start(store, clock, profile(options), ports);
    ApiServer.Options shown = new ApiServer.Options(options.port(), options.version(), BOOKMARKS);
    api = new ApiServer(store, new NodeLogs(controllers), shown, time);
  }

  private static ClusterProfile profile(SimulatedClusterOptions options) {
    StageDelays delays = StageDelays.ordinary().times(options.delayFactor());
    return new ClusterProfile(
        options.system(), options.version(), options.nodes(), options.loadBalancer(), delays);
  }

  private static ServedKinds kinds(SimulatedClusterOptions options) {
    Stream<ApiGroup> ofSystem = options.system().apiGroups().stream().map(ApiGroup::listed);
    return ServedKinds.with(Stream.concat(ofSystem, options.apiGroups().stream()).toList());
  }

  /** Starts a cluster; it accepts requests when this returns. */
  public static SimulatedCluster start(SimulatedClusterOptions options) {
    SimulatedCluster cluster = new SimulatedCluster(options);
    try {
      cluster.api.start();
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** The same, with the objects of a previous cluster. */
  public static SimulatedCluster start(SimulatedClusterOptions options, ClusterMemory memory) {
    SimulatedCluster cluster = start(options);
    cluster.store.restore(memory.objects());
    return cluster;
  }

  /** The objects with which a later cluster can continue. */
  public ClusterMemory memory() {
    return ClusterMemory.of(store);
  }

  /** The port that the API listens on. */
  public int port() {
    return api.port();
  }

  /** The URL of the API, such as {@code http://127.0.0.1:45123}. */
  public String url() {
    return api.url();
  }

  /** A kubeconfig whose only context is this cluster, with the naming of its system. */
  public String kubeconfigYaml() {
    return Kubeconfigs.yaml(system.kubeconfig(), url());
  }

  /** The clock; a manual one is moved by the test that created it. */
  public SimulationClock clock() {
    return clock;
  }

  /** The objects, bypassing the API. */
  public ObjectStore store() {
    return store;
  }

  /** The API server, for faults and outages. */
  public ApiServer api() {
    return api;
  }

  /** A node, for simulating machine failures. */
  public SimulatedNode node(String name) {
    return new SimulatedNode(name, controllers);
  }

  @Override
  public void close() {
    controllers.close();
    ports.close();
    api.close();
  }
}
