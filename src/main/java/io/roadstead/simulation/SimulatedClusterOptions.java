// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation;

import io.roadstead.simulation.controller.LoadBalancerBehavior;
import io.roadstead.simulation.controller.SimulationClock;
import io.roadstead.simulation.store.ApiGroup;
import io.roadstead.simulation.system.SimulatedSystem;
import io.roadstead.simulation.system.Systems;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a simulated cluster. Start with {@link #defaults} or {@link #system} and change
 * what matters.
 *
 * @param port the port of the API on loopback; 0 for a free one
 * @param system the system that it looks like
 * @param ownNodes number of nodes, 0 to 200; null for the system's default
 * @param ownVersion the Kubernetes version that it reports; null for the system's
 * @param clock real for a local run, manual for a test that controls the time; closed by the
 *     cluster
 * @param delayFactor factor for the duration of pulls, starts, stops and the system's load
 *     balancers: 1 as on a quiet cluster, 0 for immediate
 * @param ownLoadBalancer behavior of Services of type LoadBalancer, regardless of the delay factor;
 *     null for the system's
 * @param apiGroups API groups that are served in addition to the usual ones and the system's
 */
public record SimulatedClusterOptions(
    int port,
    SimulatedSystem system,
    @Nullable Integer ownNodes,
    @Nullable String ownVersion,
    SimulationClock clock,
    double delayFactor,
    @Nullable LoadBalancerBehavior ownLoadBalancer,
    Set<ApiGroup> apiGroups) {

  public SimulatedClusterOptions {
    apiGroups = Set.copyOf(apiGroups);
    system.checkNodes(ownNodes == null ? system.nodes() : ownNodes);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
    }
    if (!(delayFactor >= 0)) {
      throw new IllegalArgumentException("delayFactor must not be negative: " + delayFactor);
    }
  }

  /**
   * No particular system: three nodes, real time, any free port, load balancers with an address
   * after two seconds.
   */
  public static SimulatedClusterOptions defaults() {
    return of(Systems.plain()).withLoadBalancer(LoadBalancerBehavior.ip(Duration.ofSeconds(2)));
  }

  /** The same cluster as a system, such as {@code gke} or {@code ibm-iks/vpc-gen2}. */
  public static SimulatedClusterOptions system(String id) {
    return of(Systems.named(id));
  }

  /** The ids of all systems; one for each variant of a system. */
  public static List<String> systems() {
    return Systems.ids();
  }

  private static SimulatedClusterOptions of(SimulatedSystem system) {
    return new SimulatedClusterOptions(
        0, system, null, null, SimulationClock.real(), 1, null, Set.of());
  }

  /** The number of nodes. */
  public int nodes() {
    return ownNodes == null ? system.nodes() : ownNodes;
  }

  /** The Kubernetes version that it reports. */
  public String version() {
    return ownVersion == null ? system.version() : ownVersion;
  }

  /** The behavior of Services of type LoadBalancer. */
  public LoadBalancerBehavior loadBalancer() {
    return ownLoadBalancer == null
        ? new LoadBalancerBehavior(system.balancer().times(delayFactor))
        : ownLoadBalancer;
  }

  /** The same on another port. */
  public SimulatedClusterOptions withPort(int other) {
    return new SimulatedClusterOptions(
        other, system, ownNodes, ownVersion, clock, delayFactor, ownLoadBalancer, apiGroups);
  }

  /** The same with another number of nodes. */
  public SimulatedClusterOptions withNodes(int other) {
    return new SimulatedClusterOptions(
        port, system, other, ownVersion, clock, delayFactor, ownLoadBalancer, apiGroups);
  }

  /** The same with another Kubernetes version. */
  public SimulatedClusterOptions withVersion(String other) {
    return new SimulatedClusterOptions(
        port, system, ownNodes, other, clock, delayFactor, ownLoadBalancer, apiGroups);
  }

  /** The same with another clock. */
  public SimulatedClusterOptions withClock(SimulationClock other) {
    return new SimulatedClusterOptions(
        port, system, ownNodes, ownVersion, other, delayFactor, ownLoadBalancer, apiGroups);
  }

  /** The same, slower or faster. */
  public SimulatedClusterOptions withDelayFactor(double other) {
    return new SimulatedClusterOptions(
        port, system, ownNodes, ownVersion, clock, other, ownLoadBalancer, apiGroups);
  }

  /** The same with other load balancers. */
  public SimulatedClusterOptions withLoadBalancer(LoadBalancerBehavior other) {
    return new SimulatedClusterOptions(
        port, system, ownNodes, ownVersion, clock, delayFactor, other, apiGroups);
  }

  /** The same with these further groups of the API. */
  public SimulatedClusterOptions withApiGroups(Set<ApiGroup> others) {
    return new SimulatedClusterOptions(
        port, system, ownNodes, ownVersion, clock, delayFactor, ownLoadBalancer, others);
  }
}
