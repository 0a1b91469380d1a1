// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

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

/** Reads the exposure of an app: collects the facts for the exposure rules. */
final class ExposureReader {
  private ExposureReader() {}

  static ExposureStatus read(
      ObservedApp app, ClusterTraits traits, Reachability tried, Instant now) {
    ServiceRecord service = app.exposingService();
    ExposureType type = service == null ? null : service.exposure();
    if (service == null || type == null) {
      return ExposureStatus.NOT_EXPOSED;
    }
    List<NodeFacts> nodes = app.entryNodes().stream().map(ExposureReader::facts).toList();
    return ExposureRules.status(facts(app, service, type), nodes, traits, tried, now);
  }

  private static ServiceFacts facts(ObservedApp app, ServiceRecord service, ExposureType type) {
    return new ServiceFacts(
        service.meta().name(),
        service.meta().namespace(),
        type,
        service.ports().stream().map(ExposureReader::port).toList(),
        service.clusterIps(),
        balancer(app, service),
        app.endpointSlices().stream().mapToInt(EndpointSliceRecord::ready).sum());
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
