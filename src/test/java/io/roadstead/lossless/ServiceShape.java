// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Services of every shape that select the pods of a Deployment. */
final class ServiceShape {
  private static final List<String> OF_BALANCER =
      List.of(
          "allocateLoadBalancerNodePorts",
          "loadBalancerClass",
          "loadBalancerIP",
          "loadBalancerSourceRanges",
          "healthCheckNodePort");
  private static final List<String> OF_ADDRESS =
      List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "ports");

  private ServiceShape() {}

  static ObjectNode of(Walk walk, Dice dice, String name, JsonNode deployment) {
    ObjectNode spec = walk.object("ServiceSpec");
    spec.putObject("selector").setAll(labels(deployment));
    type(spec, dice);
    ports(spec, deployment, dice);
    if (spec.has("sessionAffinityConfig")) {
      spec.put("sessionAffinity", "ClientIP");
    }
    if (Tree.is(spec, "type", "ExternalName")) {
      spec.remove(OF_ADDRESS);
      spec.remove(List.of("internalTrafficPolicy", "externalIPs", "trafficDistribution"));
      spec.remove(List.of("sessionAffinity", "sessionAffinityConfig"));
    }
    return ObjectShape.of("v1", "Service", name, spec, dice);
  }

  private static ObjectNode labels(JsonNode deployment) {
    JsonNode selector = deployment.at("/spec/selector/matchLabels");
    JsonNode labels =
        selector.isMissingNode() ? deployment.at("/spec/template/metadata/labels") : selector;
    return (ObjectNode) labels.deepCopy();
  }

  private static void type(ObjectNode spec, Dice dice) {
    boolean plural = spec.remove("clusterIPs") != null;
    boolean headless = spec.remove("clusterIP") != null || plural;
    if (spec.has("healthCheckNodePort")) {
      spec.put("externalTrafficPolicy", "Local");
    }
    if (OF_BALANCER.stream().anyMatch(spec::has)) {
      spec.put("type", "LoadBalancer");
    } else if (spec.has("externalName")) {
      spec.put("type", "ExternalName").remove("externalTrafficPolicy");
    } else if (spec.has("externalTrafficPolicy")) {
      spec.put("type", dice.oneOf("NodePort", "LoadBalancer"));
    }
    String type = spec.path("type").asText("ClusterIP");
    if (type.equals("ExternalName") && !spec.has("externalName")) {
      spec.put("externalName", "db.example.org");
    }
    if (type.equals("ClusterIP") && headless) {
      spec.put("clusterIP", "None").remove("externalIPs");
      if (plural) {
        spec.putArray("clusterIPs").add("None");
      }
    }
    if (Tree.is(spec, "ipFamilyPolicy", "RequireDualStack")) {
      spec.put("ipFamilyPolicy", "PreferDualStack");
    }
  }

  private static void ports(ObjectNode spec, JsonNode deployment, Dice dice) {
    boolean node = List.of("NodePort", "LoadBalancer").contains(spec.path("type").asText());
    JsonNode declared = deployment.at("/spec/template/spec/containers/0/ports/0/name");
    List<ObjectNode> ports = Tree.list(spec, "ports");
    for (ObjectNode port : ports) {
      if (ports.size() > 1 && !port.has("name")) {
        port.put("name", dice.name("s"));
      }
      if (!node) {
        port.remove("nodePort");
      }
      if (port.has("targetPort") && declared.isTextual() && dice.chance(0.7)) {
        port.set("targetPort", declared);
      }
    }
  }
}
