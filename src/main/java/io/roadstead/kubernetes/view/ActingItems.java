// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.view;

import io.roadstead.app.ExposurePort;
import io.roadstead.app.Health;
import io.roadstead.app.LogicalView.Facts;
import io.roadstead.app.LogicalView.Item;
import io.roadstead.app.LogicalView.Kind;
import io.roadstead.kubernetes.model.AutoscalerRecord;
import io.roadstead.kubernetes.model.ServiceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the items of a logical view that act on the app and may belong to another owner. */
final class ActingItems {
  private ActingItems() {}

  static Item autoscaler(AutoscalerRecord autoscaler, boolean scales) {
    List<String> details = new ArrayList<>();
    details.add("%d to %d replicas".formatted(autoscaler.minReplicas(), autoscaler.maxReplicas()));
    if (autoscaler.autoscaling() != null) {
      details.add("CPU target %d %%".formatted(autoscaler.autoscaling().targetCpuPercent()));
    }
    return new Item(
        Item.id(Kind.AUTOSCALER, autoscaler.meta().name()),
        Kind.AUTOSCALER,
        autoscaler.meta().name(),
        autoscaler.managed(),
        scales ? scaling(autoscaler) : Health.WARNING,
        scales
            ? "wants %d".formatted(autoscaler.desiredReplicas())
            : "scales %s/%s, not this app"
                .formatted(autoscaler.targetKind(), autoscaler.targetName()),
        null,
        scales ? obstacle(autoscaler) : null,
        Facts.counted(null, autoscaler.desiredReplicas()),
        details,
        Map.of());
  }

  static Item service(ServiceRecord service, boolean selects) {
    List<String> details = new ArrayList<>();
    service.ports().forEach(port -> details.add(port(port)));
    service.clusterIps().forEach(details::add);
    service
        .ingress()
        .forEach(entry -> details.add(entry.ip().isEmpty() ? entry.hostname() : entry.ip()));
    details.removeIf(String::isEmpty);
    return new Item(
        Item.id(Kind.SERVICE, service.meta().name()),
        Kind.SERVICE,
        service.meta().name(),
        service.managed(),
        selects ? Health.OK : Health.WARNING,
        selects
            ? service.exposure() == null ? "headless or external name" : service.exposure().name()
            : "does not lead to this app",
        null,
        null,
        Facts.NONE,
        details,
        service.selector());
  }

  private static String port(ExposurePort port) {
    String target = port.targetPort() == null ? "" : " → " + port.targetPort();
    String node = port.nodePort() == null ? "" : ", node port " + port.nodePort();
    return port.port() + "/" + port.protocol() + target + node;
  }

  private static Health scaling(AutoscalerRecord autoscaler) {
    return obstacle(autoscaler) == null ? Health.OK : Health.WARNING;
  }

  /** Why it can't work, according to its conditions. */
  private static @Nullable String obstacle(AutoscalerRecord autoscaler) {
    return autoscaler.conditions().stream()
        .filter(condition -> !condition.type().equals("ScalingLimited") && condition.isFalse())
        .map(condition -> condition.message())
        .findFirst()
        .orElse(null);
  }
}
