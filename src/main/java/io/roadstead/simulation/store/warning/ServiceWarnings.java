// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.warning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The warnings about Services. */
final class ServiceWarnings {
  private static final String HINTS = "service.kubernetes.io/topology-aware-hints";
  private static final String EXTERNAL_NAME = "ExternalName";

  private ServiceWarnings() {}

  static void check(ObjectNode service, List<String> warnings) {
    JsonNode spec = service.path("spec");
    if (service.path("metadata").path("annotations").has(HINTS)) {
      warnings.add(
          "annotation %s is deprecated, please use service.kubernetes.io/topology-mode instead"
              .formatted(HINTS));
    }
    boolean headless =
        type(spec).equals("ClusterIP") && spec.path("clusterIP").asText().equals("None");
    if (headless) {
      ignored(spec, warnings);
    } else if (!spec.path("externalIPs").isEmpty() && !type(spec).equals(EXTERNAL_NAME)) {
      warnings.add(
          "spec.externalIPs is deprecated and may no longer be implemented in some clusters");
    }
    checkExternalName(spec, warnings);
    if (spec.path("trafficDistribution").asText().equals("PreferClose")) {
      warnings.add(
          "spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"");
    }
  }

  private static void ignored(JsonNode spec, List<String> warnings) {
    if (spec.has("loadBalancerIP")) {
      warnings.add("spec.loadBalancerIP is ignored for headless services");
    }
    if (!spec.path("externalIPs").isEmpty()) {
      warnings.add("spec.externalIPs is ignored for headless services");
    }
    if (!spec.path("sessionAffinity").asText().equals("None")) {
      warnings.add("spec.SessionAffinity is ignored for headless services");
    }
  }

  private static void checkExternalName(JsonNode spec, List<String> warnings) {
    boolean named = type(spec).equals(EXTERNAL_NAME);
    if (named && !spec.path("externalIPs").isEmpty()) {
      warnings.add("spec.externalIPs is ignored when spec.type is \"ExternalName\"");
    }
    if (!named && spec.has("externalName")) {
      warnings.add("spec.externalName is ignored when spec.type is not \"ExternalName\"");
    }
  }

  private static String type(JsonNode spec) {
    return spec.path("type").asText("ClusterIP");
  }
}
