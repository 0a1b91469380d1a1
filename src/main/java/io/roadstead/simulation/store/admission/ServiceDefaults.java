// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Defaults of Services, and which fields each type of Service has. */
final class ServiceDefaults {
  private static final Set<String> WITH_NODE_PORTS = Set.of("NodePort", "LoadBalancer");
  private static final Set<String> NO_TARGET = Set.of("", "0");
  private static final int AFFINITY_SECONDS = 10800;

  private ServiceDefaults() {}

  static void service(ObjectNode service) {
    ObjectNode spec = service.withObject("/spec");
    Defaults.put(spec, "type", "ClusterIP");
    Defaults.put(spec, "sessionAffinity", "None");
    if (spec.path("sessionAffinity").asText().equals("None")) {
      spec.remove("sessionAffinityConfig");
    } else if (spec.path("sessionAffinity").asText().equals("ClientIP")) {
      Defaults.put(
          spec.withObject("/sessionAffinityConfig/clientIP"), "timeoutSeconds", AFFINITY_SECONDS);
    }
    for (ObjectNode port : Containers.objects(spec.path("ports"))) {
      Defaults.put(port, "protocol", "TCP");
      if (NO_TARGET.contains(port.path("targetPort").asText("")) && port.has("port")) {
        port.set("targetPort", port.get("port"));
      }
    }
    if (!type(spec).equals("ExternalName")) {
      Defaults.put(spec, "internalTrafficPolicy", "Cluster");
    }
    if (isExternal(spec)) {
      Defaults.put(spec, "externalTrafficPolicy", "Cluster");
    }
    if (type(spec).equals("LoadBalancer")) {
      Defaults.put(spec, "allocateLoadBalancerNodePorts", true);
    }
    service.withObject("/status/loadBalancer");
    for (ObjectNode ingress : Containers.objects(service.at("/status/loadBalancer/ingress"))) {
      if (ingress.has("ip")) {
        Defaults.put(ingress, "ipMode", "VIP");
      }
    }
  }

  /** Whether clients outside the cluster can use the Service. */
  static boolean isExternal(JsonNode spec) {
    boolean addressed = type(spec).equals("ClusterIP") && !spec.path("externalIPs").isEmpty();
    return hasNodePorts(spec) || addressed;
  }

  /** Whether the nodes answer health checks of the load balancer. */
  static boolean needsHealthCheck(JsonNode spec) {
    return type(spec).equals("LoadBalancer")
        && spec.path("externalTrafficPolicy").asText().equals("Local");
  }

  static String type(JsonNode spec) {
    return spec.path("type").asText("ClusterIP");
  }

  /** Whether the type of the Service opens a port on every node. */
  static boolean hasNodePorts(JsonNode spec) {
    return WITH_NODE_PORTS.contains(type(spec));
  }
}
