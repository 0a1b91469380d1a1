// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.util.ArrayList;
import java.util.List;

/**
 * The steps that are carried out for a Service of type LoadBalancer.
 *
 * @param finalizer set while the Service has a load balancer; empty for none
 * @param loopback whether the ports of the Service are actually opened on this machine, which must
 *     succeed before an address is published
 * @param steps the steps in order of time; none means that nothing provides load balancers
 * @param release the steps of deleting the load balancer, after the last of which the finalizer is
 *     removed; by default, those of the service controller if there is a finalizer
 */
public record BalancerScript(
    String finalizer, boolean loopback, List<BalancerStep> steps, List<BalancerStep> release) {
  /** The finalizer of Kubernetes' own service controller. */
  public static final String CLEAN_UP = "service.kubernetes.io/load-balancer-cleanup";

  /** How long a cloud takes to delete a load balancer, unless a system says otherwise. */
  private static final double RELEASE_SECONDS = 10;

  private static final List<BalancerStep> RELEASE =
      List.of(
          BalancerStep.event(0, "DeletingLoadBalancer", "Deleting load balancer"),
          BalancerStep.event(RELEASE_SECONDS, "DeletedLoadBalancer", "Deleted load balancer"));

  public BalancerScript {
    steps = List.copyOf(steps);
    release = release.isEmpty() && !finalizer.isEmpty() ? RELEASE : List.copyOf(release);
  }

  /** Nothing provides load balancers. */
  public static BalancerScript none() {
    return new BalancerScript("", false, List.of(), List.of());
  }

  /** The same, slower or faster. */
  public BalancerScript times(double factor) {
    List<BalancerStep> paced = paced(steps, factor);
    return new BalancerScript(finalizer, loopback, paced, paced(release, factor));
  }

  /** The same, but the last step of deleting a load balancer comes after this time. */
  public BalancerScript releasedAfter(double seconds) {
    List<BalancerStep> other = new ArrayList<>(paced(release, 0));
    if (!other.isEmpty()) {
      other.add(other.remove(other.size() - 1).at(seconds));
    }
    return new BalancerScript(finalizer, loopback, steps, other);
  }

  private static List<BalancerStep> paced(List<BalancerStep> steps, double factor) {
    return steps.stream().map(step -> step.times(factor)).toList();
  }
}
