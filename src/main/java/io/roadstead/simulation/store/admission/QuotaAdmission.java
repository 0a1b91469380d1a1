// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.StoreView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Refuses pods and other counted objects that would exceed a ResourceQuota of their namespace. */
final class QuotaAdmission {
  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");
  private static final Set<String> COMPUTE =
      Set.of("cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

  private QuotaAdmission() {}

  static void check(ResourceKind kind, ObjectNode fresh, StoreView view) {
    for (ObjectNode quota : view.all(ResourceKinds.RESOURCE_QUOTA, Metadata.namespace(fresh))) {
      checkOne(kind, fresh, quota, view);
    }
  }

  private static void checkOne(
      ResourceKind kind, ObjectNode fresh, ObjectNode quota, StoreView view) {
    Map<String, Amount> requested = new TreeMap<>();
    Map<String, Amount> used = new TreeMap<>();
    Map<String, Amount> hard = new TreeMap<>();
    List<String> unstated = new ArrayList<>();
    for (Map.Entry<String, JsonNode> limit : quota.path("spec").path("hard").properties()) {
      String resource = limit.getKey();
      Amount ask = QuotaUsage.of(resource, kind, fresh);
      Amount max = Amount.parse(limit.getValue().asText()).orElse(Amount.ZERO);
      if (kind.equals(ResourceKinds.POD) && isUnstated(resource, fresh)) {
        unstated.add(resource);
      }
      Amount inUse = ask.equals(Amount.ZERO) ? Amount.ZERO : inUse(resource, kind, fresh, view);
      if (!ask.equals(Amount.ZERO) && inUse.plus(ask).isMoreThan(max)) {
        requested.put(resource, ask);
        used.put(resource, inUse);
        hard.put(resource, max);
      }
    }
    refuse(kind, fresh, quota, unstated, List.of(requested, used, hard));
  }

  private static void refuse(
      ResourceKind kind,
      ObjectNode fresh,
      ObjectNode quota,
      List<String> unstated,
      List<Map<String, Amount>> amounts) {
    String name = Metadata.name(fresh);
    if (!unstated.isEmpty()) {
      String why =
          "failed quota: %s: must specify %s for: %s"
              .formatted(
                  Metadata.name(quota),
                  String.join(",", unstated),
                  fresh.path("spec").path("containers").path(0).path("name").asText());
      throw ApiException.forbidden(kind, name, why);
    }
    if (!amounts.get(0).isEmpty()) {
      String why =
          "exceeded quota: %s, requested: %s, used: %s, limited: %s"
              .formatted(
                  Metadata.name(quota),
                  QuotaUsage.display(amounts.get(0)),
                  QuotaUsage.display(amounts.get(1)),
                  QuotaUsage.display(amounts.get(2)));
      throw ApiException.forbidden(kind, name, why);
    }
  }

  private static boolean isUnstated(String resource, ObjectNode pod) {
    return COMPUTE.contains(resource)
        && Containers.objects(pod.path("spec").path("containers")).stream()
            .anyMatch(container -> QuotaUsage.amount(resource, container).isEmpty());
  }

  private static Amount inUse(
      String resource, ResourceKind kind, ObjectNode fresh, StoreView view) {
    return view.all(kind, Metadata.namespace(fresh)).stream()
        .filter(object -> !ENDED.contains(object.path("status").path("phase").asText()))
        .map(object -> QuotaUsage.of(resource, kind, object))
        .reduce(Amount.ZERO, Amount::plus);
  }
}
