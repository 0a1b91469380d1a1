// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.util.List;

/**
 * What becomes of a Service of type LoadBalancer, step by step.
 *
 * @param finalizer held while the Service has a balancer; empty for none
 * @param loopback whether the ports of the Service are really opened, on this machine, and must be
 *     open before an address is published
 * @param steps in the order of their times; none means that nothing provides balancers
 * @param release what is recorded when the balancer goes; absent: as the service controller does,
 *     where there is a finalizer
 */
public record BalancerScript(
    String finalizer, boolean loopback, List<BalancerStep> steps, List<BalancerStep> release) {
  /** The finalizer of Kubernetes' own service controller. */
  public static final String CLEAN_UP = "service.kubernetes.io/load-balancer-cleanup";

  private static final List<BalancerStep> RELEASE =
      List.of(
          BalancerStep.event(0, "DeletingLoadBalancer", "Deleting load balancer"),
          BalancerStep.event(0, "DeletedLoadBalancer", "Deleted load balancer"));

  public BalancerScript {
    steps = List.copyOf(steps);
    release = release.isEmpty() && !finalizer.isEmpty() ? RELEASE : List.copyOf(release);
  }

  /** Nothing provides balancers. */
  public static BalancerScript none() {
    return new BalancerScript("", false, List.of(), List.of());
  }

  /** The same, slower or faster. */
  public BalancerScript times(double factor) {
    List<BalancerStep> paced = steps.stream().map(step -> step.times(factor)).toList();
    return new BalancerScript(finalizer, loopback, paced, release);
  }
}
