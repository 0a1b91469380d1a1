// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The usage of a quota's resource by one object. */
final class QuotaUsage {
  private static final Amount ONE = new Amount(BigDecimal.ONE, Amount.Family.DECIMAL);

  private QuotaUsage() {}

  static Amount of(String resource, ResourceKind kind, ObjectNode object) {
    if (resource.equals("count/" + kind.qualifiedResource()) || counts(resource, kind, object)) {
      return ONE;
    }
    if (!kind.equals(ResourceKinds.POD)) {
      return Amount.ZERO;
    }
    return Containers.objects(object.path("spec").path("containers")).stream()
        .map(container -> amount(resource, container).orElse(Amount.ZERO))
        .reduce(Amount.ZERO, Amount::plus);
  }

  /** The value of one container for a compute resource of a quota. */
  static Optional<Amount> amount(String resource, JsonNode container) {
    boolean limit = resource.startsWith("limits.");
    String name = resource.substring(resource.indexOf('.') + 1);
    JsonNode stated = container.path("resources").path(limit ? "limits" : "requests").path(name);
    return stated.isMissingNode() ? Optional.empty() : Amount.parse(stated.asText());
  }

  static String display(Map<String, Amount> amounts) {
    return amounts.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().canonical())
        .collect(Collectors.joining(","));
  }

  private static boolean counts(String resource, ResourceKind kind, ObjectNode object) {
    String type = ServiceDefaults.type(object.path("spec"));
    return switch (resource) {
      case "services.loadbalancers" ->
          kind.equals(ResourceKinds.SERVICE) && type.equals("LoadBalancer");
      case "services.nodeports" ->
          kind.equals(ResourceKinds.SERVICE) && ServiceDefaults.hasNodePorts(object.path("spec"));
      default -> kind.group().isEmpty() && resource.equals(kind.plural());
    };
  }
}
