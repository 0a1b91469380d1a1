// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adapts a Service in an update: keeps allocated values, drops fields that a new type does not use.
 */
final class ServiceTransition {
  private static final List<String> BALANCER_FIELDS =
      List.of("allocateLoadBalancerNodePorts", "loadBalancerClass");
  private static final List<String> ADDRESS_FIELDS =
      List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "internalTrafficPolicy");

  private ServiceTransition() {}

  static void carry(ObjectNode before, ObjectNode after) {
    ObjectNode was = before.withObject("/spec");
    ObjectNode is = after.withObject("/spec");
    if (ServiceDefaults.type(is).equals("ExternalName")) {
      ADDRESS_FIELDS.forEach(field -> dropUnchanged(was, is, field));
    } else {
      ADDRESS_FIELDS.forEach(field -> keep(was, is, field));
    }
    if (ServiceDefaults.hasNodePorts(is)) {
      keepNodePorts(was, is);
    } else {
      dropNodePorts(was, is);
    }
    if (!ServiceDefaults.isExternal(is)) {
      dropUnchanged(was, is, "externalTrafficPolicy");
    }
    if (!ServiceDefaults.needsHealthCheck(is)) {
      dropUnchanged(was, is, "healthCheckNodePort");
    }
    if (!ServiceDefaults.type(is).equals("LoadBalancer")) {
      BALANCER_FIELDS.forEach(field -> dropUnchanged(was, is, field));
      if (ServiceDefaults.type(was).equals("LoadBalancer")) {
        after.withObject("/status").putObject("loadBalancer");
      }
    }
  }

  private static void keep(ObjectNode was, ObjectNode is, String field) {
    @Nullable JsonNode value = was.get(field);
    if (value != null && !is.has(field)) {
      is.set(field, value);
    }
  }

  private static void dropUnchanged(ObjectNode was, ObjectNode is, String field) {
    if (is.path(field).equals(was.path(field))) {
      is.remove(field);
    }
  }

  private static void keepNodePorts(ObjectNode was, ObjectNode is) {
    Map<String, JsonNode> allocated = new HashMap<>();
    for (JsonNode port : was.path("ports")) {
      allocated.put(port.path("name").asText(), port.path("nodePort"));
    }
    for (ObjectNode port : Containers.objects(is.path("ports"))) {
      JsonNode known = allocated.get(port.path("name").asText());
      if (!port.has("nodePort") && known != null && known.isInt()) {
        port.set("nodePort", known);
      }
    }
  }

  private static void dropNodePorts(ObjectNode was, ObjectNode is) {
    for (ObjectNode port : Containers.objects(is.path("ports"))) {
      for (JsonNode old : was.path("ports")) {
        if (old.path("nodePort").equals(port.path("nodePort"))) {
          port.remove("nodePort");
        }
      }
    }
  }
}
