// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import io.roadstead.simulation.system.BalancerScript;
import io.roadstead.simulation.system.BalancerStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The behavior of the cluster for Services of type LoadBalancer. */
public record LoadBalancerBehavior(BalancerScript script) {

  /** Nothing provides load balancers. */
  public static LoadBalancerBehavior none() {
    return new LoadBalancerBehavior(BalancerScript.none());
  }

  /** Addresses out of 203.0.113.0/24, which is reserved for documentation. */
  public static LoadBalancerBehavior ip(Duration delay) {
    return after(delay, Map.of("ip", "203.0.113.{number}", "ipMode", "VIP"));
  }

  /** A host name of the given form, with one %s for the name of the Service. */
  public static LoadBalancerBehavior hostname(Duration delay, String form) {
    return after(delay, Map.of("hostname", form.formatted("{name}")));
  }

  private static LoadBalancerBehavior after(Duration delay, Map<String, String> entry) {
    double seconds = delay.toNanos() / 1e9;
    List<BalancerStep> steps =
        List.of(
            BalancerStep.event(0, "EnsuringLoadBalancer", "Ensuring load balancer"),
            BalancerStep.ingress(seconds, entry),
            BalancerStep.event(seconds, "EnsuredLoadBalancer", "Ensured load balancer"));
    BalancerScript script = new BalancerScript(BalancerScript.CLEAN_UP, false, steps, List.of());
    return new LoadBalancerBehavior(script.releasedAfter(0));
  }

  /**
   * The same, but deleting a load balancer takes this time, during which its Service is seen
   * terminating.
   */
  public LoadBalancerBehavior releasedAfter(Duration delay) {
    return new LoadBalancerBehavior(script.releasedAfter(delay.toNanos() / 1e9));
  }
}
