// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.ExposureState.ADDRESSED;
import static io.roadstead.cluster.ExposureState.NO_PROVIDER;
import static io.roadstead.cluster.ExposureState.NO_READY_BACKENDS;
import static io.roadstead.cluster.ExposureState.PROVISIONING;
import static io.roadstead.cluster.ExposureState.REQUESTED;
import static io.roadstead.cluster.ExposureState.UNEXPOSING;

import io.roadstead.cluster.Address.Grade;
import io.roadstead.cluster.Address.Rung;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules for the exposure of an app. The class of a system answers what that system does
 * differently (Minikube's tunnel, kind's ports, Docker Desktop's localhost).
 */
public final class ExposureRules {
  private ExposureRules() {}

  /**
   * The exposure status of the app behind a Service.
   *
   * @param nodes nodes that accept traffic for it, limited to the number that is listed
   * @param traits the cluster that it is in
   * @param tried the connection attempts to its addresses
   */
  public static ExposureStatus status(
      ServiceFacts service,
      List<NodeFacts> nodes,
      ClusterTraits traits,
      Reachability tried,
      Instant now) {
    List<Address> addresses = addresses(service, nodes, traits);
    ExposureStep step = step(service, addresses, traits, now);
    Rung rung = addresses.isEmpty() ? null : addresses.get(0).rung();
    if (service.deleting()) {
      step = new ExposureStep(UNEXPOSING, ExposureMessages.unexposing(service.name()), null);
    } else if (step.state() == ADDRESSED) {
      step =
          service.readyEndpoints() == 0
              ? withoutBackends()
              : Attempts.judge(step, addresses, tried);
    }
    return new ExposureStatus(
        service.type(),
        step.state(),
        rung,
        step.message(),
        step.remedy(),
        addresses,
        service.name(),
        List.of());
  }

  private static List<Address> addresses(
      ServiceFacts service, List<NodeFacts> nodes, ClusterTraits traits) {
    List<Address> addresses = new ArrayList<>();
    switch (service.type()) {
      case INTERNAL -> {}
      case NODE_PORT -> addresses.addAll(Addresses.ofNodes(service, nodes, traits));
      case LOAD_BALANCER -> addresses.addAll(Addresses.ofLoadBalancer(service, traits));
      case EXTERNAL -> {
        addresses.addAll(Addresses.ofLoadBalancer(service, traits));
        if (addresses.isEmpty()) {
          addresses.addAll(Addresses.ofNodes(service, nodes, traits));
        }
      }
    }
    addresses.addAll(Addresses.inCluster(service));
    return addresses;
  }

  private static ExposureStep step(
      ServiceFacts service, List<Address> addresses, ClusterTraits traits, Instant now) {
    return switch (service.type()) {
      case INTERNAL ->
          addresses.isEmpty()
              ? new ExposureStep(REQUESTED, ExposureMessages.NO_CLUSTER_IP, null)
              : new ExposureStep(ADDRESSED, ExposureMessages.IN_CLUSTER, null);
      case NODE_PORT -> nodePort(service, addresses, traits);
      case LOAD_BALANCER -> balancer(service, addresses, traits, now);
      case EXTERNAL -> orNodePort(balancer(service, addresses, traits, now), addresses);
    };
  }

  private static ExposureStep nodePort(
      ServiceFacts service, List<Address> addresses, ClusterTraits traits) {
    if (!has(addresses, Rung.NODE_PORT)) {
      return withoutNodes(service, traits);
    }
    Address best = addresses.get(0);
    String message =
        best.grade() == Grade.NEEDS_TUNNEL
            ? ExposureMessages.ON_NODE_PORT_BY_TUNNEL
            : ExposureMessages.ON_NODE_PORT;
    return new ExposureStep(ADDRESSED, message, best.remedy());
  }

  private static ExposureStep withoutNodes(ServiceFacts service, ClusterTraits traits) {
    if (!traits.nodesKnown()) {
      return new ExposureStep(
          REQUESTED, ExposureMessages.NODES_UNKNOWN, ExposureMessages.NODES_UNKNOWN_REMEDY);
    }
    // Nodes may accept traffic only where a ready pod runs (externalTrafficPolicy: Local).
    return service.readyEndpoints() == 0
        ? withoutBackends()
        : new ExposureStep(REQUESTED, ExposureMessages.NO_NODE, ExposureMessages.NO_NODE_REMEDY);
  }

  private static ExposureStep balancer(
      ServiceFacts service, List<Address> addresses, ClusterTraits traits, Instant now) {
    if (!has(addresses, Rung.LOAD_BALANCER)) {
      return BalancerProgress.step(service, traits, now);
    }
    if (ProviderEvents.isBusy(service.balancer().events())) {
      return new ExposureStep(PROVISIONING, ExposureMessages.PROVISIONING_NAMED, null);
    }
    return new ExposureStep(
        ADDRESSED,
        ExposureMessages.BY_BALANCER
            + (Hosts.isIp(addresses.get(0).host()) || Hosts.isLoopback(addresses.get(0).host())
                ? ""
                : ExposureMessages.NEW_HOST_NAME),
        addresses.get(0).remedy());
  }

  /** EXTERNAL requests the best available way: without a load balancer, that is a node port. */
  private static ExposureStep orNodePort(ExposureStep step, List<Address> addresses) {
    boolean usable =
        addresses.stream()
            .anyMatch(
                address ->
                    address.rung() == Rung.NODE_PORT && address.grade() != Grade.NEEDS_TUNNEL);
    return step.state() == NO_PROVIDER && usable
        ? new ExposureStep(
            ADDRESSED, step.message() + ExposureMessages.ON_NODE_PORT_INSTEAD, step.remedy())
        : step;
  }

  private static ExposureStep withoutBackends() {
    return new ExposureStep(
        NO_READY_BACKENDS, ExposureMessages.NO_BACKENDS, ExposureMessages.NO_BACKENDS_REMEDY);
  }

  private static boolean has(List<Address> addresses, Rung rung) {
    return addresses.stream().anyMatch(address -> address.rung() == rung);
  }
}
