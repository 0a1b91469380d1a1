// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import static java.util.Objects.requireNonNull;

import io.roadstead.app.ExposurePort;
import io.roadstead.cluster.ClusterTraits;
import io.roadstead.cluster.ExposureRules;
import io.roadstead.cluster.ExposureStatus;
import io.roadstead.cluster.ExposureType;
import io.roadstead.cluster.NodeFacts;
import io.roadstead.cluster.Reachability;
import io.roadstead.cluster.ServiceFacts;
import io.roadstead.kubernetes.model.EndpointSliceRecord;
import io.roadstead.kubernetes.model.NodeRecord;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.ServiceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the exposure of an app: collects the facts for the exposure rules. */
final class ExposureReader {
  private ExposureReader() {}

  static ExposureStatus read(
      ObservedApp app, ClusterTraits traits, Reachability tried, Instant now) {
    ServiceRecord service = app.exposingService();
    if (service == null) {
      ServiceRecord stray = app.strayService();
      return stray == null || stray.selector().isEmpty()
          ? ExposureStatus.NOT_EXPOSED
          : ExposureStatus.leadsNowhere(stray.meta().name(), selector(stray));
    }
    return status(app, service, traits, tried, now)
        .with(
            app.otherServices().stream()
                .map(other -> other(status(app, other, traits, tried, now)))
                .toList());
  }

  private static ExposureStatus status(
      ObservedApp app,
      ServiceRecord service,
      ClusterTraits traits,
      Reachability tried,
      Instant now) {
    List<NodeFacts> nodes = app.entryNodes().stream().map(ExposureReader::facts).toList();
    ExposureType type = requireNonNull(service.exposure());
    return ExposureRules.status(facts(app, service, type), nodes, traits, tried, now);
  }

  private static ExposureStatus.Other other(ExposureStatus status) {
    return new ExposureStatus.Other(
        requireNonNull(status.service()),
        requireNonNull(status.type()),
        status.state(),
        status.message(),
        status.addresses());
  }

  private static String selector(ServiceRecord service) {
    return new TreeMap<>(service.selector())
        .entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(","));
  }

  private static ServiceFacts facts(ObservedApp app, ServiceRecord service, ExposureType type) {
    return new ServiceFacts(
        service.meta().name(),
        service.meta().namespace(),
        type,
        service.ports().stream().map(ExposureReader::port).toList(),
        service.clusterIps(),
        balancer(app, service),
        app.endpointSlices().stream()
            .filter(slice -> slice.service().equals(service.meta().name()))
            .mapToInt(EndpointSliceRecord::ready)
            .sum(),
        service.settings().is("headless"),
        service.meta().deleting());
  }

  private static ServiceFacts.Balancer balancer(ObservedApp app, ServiceRecord service) {
    return new ServiceFacts.Balancer(
        service.changeTime(),
        service.takenUp(),
        app.events().stream()
            .filter(event -> event.objectUid().equals(service.meta().uid()))
            .map(
                event ->
                    new ServiceFacts.ProviderEvent(
                        event.reason(), event.message(), event.source(), event.lastSeen()))
            .toList(),
        service.balancerClass(),
        service.balancerAnnotations(),
        service.ingress());
  }

  private static ServiceFacts.Port port(ExposurePort port) {
    return new ServiceFacts.Port(port.name(), port.port(), port.protocol(), port.nodePort());
  }

  private static NodeFacts facts(NodeRecord node) {
    return new NodeFacts(node.meta().name(), node.internalIps(), node.externalIps());
  }
}
