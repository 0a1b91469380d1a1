// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.ExposureState.ADDRESSED;
import static io.roadstead.cluster.ExposureState.NO_PROVIDER;
import static io.roadstead.cluster.ExposureState.NO_READY_BACKENDS;
import static io.roadstead.cluster.ExposureState.PROVISIONING;
import static io.roadstead.cluster.ExposureState.PROVISIONING_FAILED;
import static io.roadstead.cluster.ExposureState.REQUESTED;

import io.roadstead.cluster.Address.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of how an app is reached. They hold for any cluster; what a certain system does
 * otherwise (kind's ports, Minikube's tunnel) will be facts that these rules are given.
 */
public final class ExposureRules {
  /** A load-balancer controller takes a Service up within moments; after this there is none. */
  static final Duration TAKE_UP = Duration.ofSeconds(30);

  private static final String PROVIDER_REMEDY =
      "Install a load-balancer provider (e.g. MetalLB), or expose the app as NODE_PORT.";

  private ExposureRules() {}

  /**
   * How the app behind a Service is reached.
   *
   * @param nodes nodes that take traffic for it, at most as many as are to be listed
   */
  public static ExposureStatus status(ServiceFacts service, List<NodeFacts> nodes, Instant now) {
    List<Address> addresses = addresses(service, nodes);
    Step step = step(service, addresses, now);
    if (step.state() == ADDRESSED && service.readyEndpoints() == 0) {
      step =
          new Step(
              NO_READY_BACKENDS,
              "No ready pod stands behind the address.",
              "See the app's reasons: it is reached as soon as a pod is ready.");
    }
    return new ExposureStatus(
        service.type().name(),
        step.state(),
        addresses.isEmpty() ? null : addresses.get(0).rung(),
        step.message(),
        step.remedy(),
        addresses);
  }

  private record Step(ExposureState state, String message, @Nullable String remedy) {}

  private static List<Address> addresses(ServiceFacts service, List<NodeFacts> nodes) {
    List<Address> addresses = new ArrayList<>();
    switch (service.type()) {
      case INTERNAL -> {}
      case NODE_PORT -> addresses.addAll(Addresses.ofNodes(service, nodes));
      case LOAD_BALANCER -> addresses.addAll(Addresses.ofLoadBalancer(service));
      case EXTERNAL -> {
        addresses.addAll(Addresses.ofLoadBalancer(service));
        if (addresses.isEmpty()) {
          addresses.addAll(Addresses.ofNodes(service, nodes));
        }
      }
    }
    addresses.addAll(Addresses.inCluster(service));
    return addresses;
  }

  private static Step step(ServiceFacts service, List<Address> addresses, Instant now) {
    return switch (service.type()) {
      case INTERNAL ->
          addresses.isEmpty()
              ? new Step(REQUESTED, "The cluster has yet to give the Service an address.", null)
              : new Step(ADDRESSED, "The app is reached from inside the cluster.", null);
      case NODE_PORT ->
          has(addresses, Rung.NODE_PORT)
              ? new Step(ADDRESSED, "The app is reached on a port of the nodes.", null)
              : new Step(
                  REQUESTED,
                  "No ready node has an address with the Service's port yet.",
                  "Check the cluster's nodes.");
      case LOAD_BALANCER -> balancer(service, addresses, now);
      case EXTERNAL -> orNodePort(balancer(service, addresses, now), addresses);
    };
  }

  private static Step balancer(ServiceFacts service, List<Address> addresses, Instant now) {
    if (has(addresses, Rung.LOAD_BALANCER)) {
      return new Step(ADDRESSED, "The app is reached by a load balancer.", null);
    }
    ServiceFacts.Provisioning provisioning = service.provisioning();
    if (provisioning.failure() != null) {
      return new Step(
          PROVISIONING_FAILED,
          "The load balancer could not be made: " + provisioning.failure(),
          "Mend what the message names; the provider tries again by itself.");
    }
    if (provisioning.takenUp() || !service.ingress().isEmpty()) {
      return new Step(PROVISIONING, "The load balancer is being made.", null);
    }
    return now.isBefore(provisioning.askedAt().plus(TAKE_UP))
        ? new Step(REQUESTED, "A load balancer is asked for; nobody has taken it up yet.", null)
        : new Step(NO_PROVIDER, "Nothing in this cluster makes load balancers.", PROVIDER_REMEDY);
  }

  /** EXTERNAL asks for the best way there is: without a load balancer that is the nodes' port. */
  private static Step orNodePort(Step step, List<Address> addresses) {
    return step.state() == NO_PROVIDER && has(addresses, Rung.NODE_PORT)
        ? new Step(
            ADDRESSED,
            step.message() + " The app is reached on a port of the nodes instead.",
            "Install a load-balancer provider (e.g. MetalLB) for an address of its own.")
        : step;
  }

  private static boolean has(List<Address> addresses, Rung rung) {
    return addresses.stream().anyMatch(address -> address.rung() == rung);
  }
}
