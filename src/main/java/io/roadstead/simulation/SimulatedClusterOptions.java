// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation;

import io.roadstead.simulation.controller.LoadBalancerBehaviour;
import io.roadstead.simulation.controller.NodeTemplate;
import io.roadstead.simulation.controller.SimulationClock;
import java.time.Duration;

/**
 * What a simulated cluster is like. Begin with {@link #defaults} and change what matters.
 *
 * @param port where the API listens on loopback; 0 takes a free one
 * @param nodes how many nodes there are, 0 to 200
 * @param version the version of Kubernetes it says it is
 * @param clock real for a local run, manual for a test that moves the time itself; the cluster
 *     closes it
 * @param delayFactor how long pulls, starts and stops take: 1 as on a quiet cluster, 0 at once
 * @param loadBalancer what becomes of Services of type LoadBalancer
 * @param node what the nodes look like
 */
public record SimulatedClusterOptions(
    int port,
    int nodes,
    String version,
    SimulationClock clock,
    double delayFactor,
    LoadBalancerBehaviour loadBalancer,
    NodeTemplate node) {

  public SimulatedClusterOptions {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
    }
    if (!(delayFactor >= 0)) {
      throw new IllegalArgumentException("delayFactor must not be negative: " + delayFactor);
    }
  }

  /**
   * Three nodes, real time, any free port, load balancers that get an address after two seconds.
   */
  public static SimulatedClusterOptions defaults() {
    return new SimulatedClusterOptions(
        0,
        3,
        "v1.36.3",
        SimulationClock.real(),
        1,
        LoadBalancerBehaviour.ip(Duration.ofSeconds(2)),
        NodeTemplate.plain());
  }

  /** The same on another port. */
  public SimulatedClusterOptions withPort(int other) {
    return new SimulatedClusterOptions(
        other, nodes, version, clock, delayFactor, loadBalancer, node);
  }

  /** The same with another number of nodes. */
  public SimulatedClusterOptions withNodes(int other) {
    return new SimulatedClusterOptions(
        port, other, version, clock, delayFactor, loadBalancer, node);
  }

  /** The same as another version of Kubernetes. */
  public SimulatedClusterOptions withVersion(String other) {
    return new SimulatedClusterOptions(port, nodes, other, clock, delayFactor, loadBalancer, node);
  }

  /** The same on another clock. */
  public SimulatedClusterOptions withClock(SimulationClock other) {
    return new SimulatedClusterOptions(
        port, nodes, version, other, delayFactor, loadBalancer, node);
  }

  /** The same, slower or faster. */
  public SimulatedClusterOptions withDelayFactor(double other) {
    return new SimulatedClusterOptions(port, nodes, version, clock, other, loadBalancer, node);
  }

  /** The same with other load balancers. */
  public SimulatedClusterOptions withLoadBalancer(LoadBalancerBehaviour other) {
    return new SimulatedClusterOptions(port, nodes, version, clock, delayFactor, other, node);
  }

  /** The same with other nodes. */
  public SimulatedClusterOptions withNode(NodeTemplate other) {
    return new SimulatedClusterOptions(
        port, nodes, version, clock, delayFactor, loadBalancer, other);
  }
}
