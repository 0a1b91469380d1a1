// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.ExposurePort;
import io.roadstead.app.ExposureType;
import io.roadstead.cluster.ExposureRules;
import io.roadstead.cluster.ExposureStatus;
import io.roadstead.cluster.NodeFacts;
import io.roadstead.cluster.ServiceFacts;
import io.roadstead.kubernetes.watch.EndpointSliceRecord;
import io.roadstead.kubernetes.watch.EventRecord;
import io.roadstead.kubernetes.watch.NodeRecord;
import io.roadstead.kubernetes.watch.ObservedApp;
import io.roadstead.kubernetes.watch.ServiceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how an app is reached: facts for the exposure rules. */
final class ExposureReader {
  private static final Set<String> PROVISIONING = Set.of("EnsuringLoadBalancer");
  private static final Set<String> PROVISIONING_FAILED =
      Set.of(
          "SyncLoadBalancerFailed",
          "CreatingLoadBalancerFailed",
          "CreatingCloudLoadBalancerFailed",
          "FailedBuildModel",
          "FailedDeployModel",
          "AllocationFailed");

  private ExposureReader() {}

  static ExposureStatus read(ObservedApp app, Instant now) {
    ServiceRecord service = app.exposingService();
    ExposureType type = service == null ? null : service.exposure();
    if (service == null || type == null) {
      return ExposureStatus.NOT_EXPOSED;
    }
    List<NodeFacts> nodes = app.entryNodes().stream().map(ExposureReader::facts).toList();
    return ExposureRules.status(facts(app, service, type), nodes, now);
  }

  private static ServiceFacts facts(ObservedApp app, ServiceRecord service, ExposureType type) {
    var events = new PodEvents(app.events());
    String uid = service.meta().uid();
    @Nullable String failure =
        events
            .newest(uid, PROVISIONING_FAILED)
            .filter(event -> !isBusy(event))
            .map(PodEvents::text)
            .orElse(null);
    return new ServiceFacts(
        service.meta().name(),
        service.meta().namespace(),
        ServiceFacts.Type.valueOf(type.name()),
        service.ports().stream().map(ExposureReader::port).toList(),
        service.clusterIps(),
        service.ingress().stream()
            .map(entry -> new ServiceFacts.Ingress(entry.ip(), entry.hostname()))
            .toList(),
        new ServiceFacts.Provisioning(
            service.changeTime(),
            service.takenUp() || events.newest(uid, PROVISIONING).isPresent(),
            failure),
        app.endpointSlices().stream().mapToInt(EndpointSliceRecord::ready).sum());
  }

  /** IBM's cloud says so while it works on it; that is no failure. */
  private static boolean isBusy(EventRecord event) {
    return event.message().contains("is busy");
  }

  private static ServiceFacts.Port port(ExposurePort port) {
    return new ServiceFacts.Port(port.name(), port.port(), port.protocol().name(), port.nodePort());
  }

  private static NodeFacts facts(NodeRecord node) {
    return new NodeFacts(node.meta().name(), node.internalIps(), node.externalIps());
  }
}
