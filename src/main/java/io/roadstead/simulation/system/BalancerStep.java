// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A step of a load balancer controller for a Service; all texts may contain placeholders.
 *
 * @param after seconds since the Service requested the load balancer
 * @param event the reason of an event; empty for none
 * @param source the component that records the event; empty for the service controller
 * @param ingress entries of {@code status.loadBalancer.ingress}; empty leaves the status unchanged
 */
public record BalancerStep(
    double after,
    String event,
    String message,
    String source,
    boolean warning,
    List<Map<String, String>> ingress) {
  private static final String SERVICE_CONTROLLER = "service-controller";

  public BalancerStep {
    source = source.isEmpty() ? SERVICE_CONTROLLER : source;
    ingress = List.copyOf(ingress);
  }

  /** Records an event of the service controller. */
  public static BalancerStep event(double after, String reason, String message) {
    return new BalancerStep(after, reason, message, "", false, List.of());
  }

  /** Publishes one address. */
  public static BalancerStep ingress(double after, Map<String, String> entry) {
    return new BalancerStep(after, "", "", "", false, List.of(entry));
  }

  /** The time since the Service requested the load balancer. */
  public Duration delay() {
    return Duration.ofNanos(Math.round(after * 1e9));
  }

  BalancerStep times(double factor) {
    return at(after * factor);
  }

  BalancerStep at(double seconds) {
    return new BalancerStep(seconds, event, message, source, warning, ingress);
  }
}
