// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How an app is exposed. */
final class ExposurePart {
  private ExposurePart() {}

  static ObjectNode exposure(JsonNode service) {
    JsonNode spec = service.path("spec");
    Tree exposure =
        Tree.of(spec)
            .each("ports", "ports", ExposurePart::port)
            .constant("sessionAffinity", "sessionAffinity")
            .map(
                "sessionAffinityConfig",
                "sessionAffinitySeconds",
                config -> config.at("/clientIP/timeoutSeconds"))
            .copy("loadBalancerSourceRanges", "sourceRanges")
            .keep("loadBalancerClass", "publishNotReadyAddresses", "ipFamilies")
            .copy("loadBalancerIP", "loadBalancerIp")
            .copy("allocateLoadBalancerNodePorts", "allocateNodePorts")
            .constant("ipFamilyPolicy", "ipFamilyPolicy")
            .constant("trafficDistribution", "trafficDistribution")
            .with("type", type(spec.path("type").asText("ClusterIP")));
    JsonNode annotations = service.at("/metadata/annotations");
    if (!annotations.isMissingNode()) {
      exposure.with("annotations", annotations);
    }
    ObjectNode policy =
        Tree.of(spec)
            .constant("externalTrafficPolicy", "external")
            .constant("internalTrafficPolicy", "internal")
            .done();
    if (!policy.isEmpty()) {
      exposure.with("trafficPolicy", policy);
    }
    if (spec.path("clusterIP").asText().equals("None")) {
      exposure.with("headless", BooleanNode.TRUE);
    }
    return exposure.done();
  }

  private static String type(String type) {
    return type.equals("ClusterIP") ? "INTERNAL" : Tree.constant(type);
  }

  private static ObjectNode port(JsonNode port) {
    return Tree.of(port)
        .keep("name", "port", "nodePort", "appProtocol")
        .text("targetPort", "targetPort")
        .constant("protocol", "protocol")
        .done();
  }
}
