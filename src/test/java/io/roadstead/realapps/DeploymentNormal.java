// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The spec of a Deployment without what legitimately differs for a new app: the selector, the
 * number of pods that an autoscaler sets, and Roadstead's secure defaults where the manifest says
 * nothing. Labels and annotations are compared apart.
 */
final class DeploymentNormal {
  private static final String OWN = "the pods of the app";

  private final Manifest manifest;

  DeploymentNormal(Manifest manifest) {
    this.manifest = manifest;
  }

  JsonNode expected(JsonNode deployment) {
    return common(deployment);
  }

  JsonNode actual(JsonNode deployment) {
    ObjectNode spec = common(deployment);
    ObjectNode pod = (ObjectNode) spec.at("/template/spec");
    JsonNode raw = manifest.pod();
    if (!raw.has("automountServiceAccountToken")) {
      pod.remove("automountServiceAccountToken");
    }
    if (!raw.path("securityContext").has("seccompProfile")) {
      removeIf(pod, "securityContext", "seccompProfile", "{\"type\":\"RuntimeDefault\"}");
    }
    for (String kind : List.of("containers", "initContainers")) {
      for (int i = 0; i < pod.path(kind).size(); i++) {
        if (!raw.path(kind).path(i).path("securityContext").has("allowPrivilegeEscalation")) {
          ObjectNode container = (ObjectNode) pod.path(kind).path(i);
          removeIf(container, "securityContext", "allowPrivilegeEscalation", "false");
        }
      }
    }
    return spec;
  }

  private ObjectNode common(JsonNode deployment) {
    ObjectNode spec = deployment.path("spec").deepCopy();
    spec.remove("selector");
    if (manifest.autoscaler().isPresent()) {
      spec.remove("replicas");
    }
    ObjectNode template = (ObjectNode) spec.path("template");
    JsonNode labels = template.at("/metadata/labels");
    template.remove("metadata");
    ObjectNode pod = (ObjectNode) template.path("spec");
    for (String kind : List.of("containers", "initContainers")) {
      for (int i = 0; i < pod.path(kind).size(); i++) {
        if (!manifest.pod().path(kind).path(i).has("terminationMessagePolicy")) {
          ((ObjectNode) pod.path(kind).path(i)).remove("terminationMessagePolicy");
        }
        removeIf((ObjectNode) pod.path(kind).path(i), "securityContext", "privileged", "false");
      }
    }
    pod.path("topologySpreadConstraints").forEach(rule -> counted((ObjectNode) rule, labels));
    sorted(pod.path("securityContext"), "sysctls");
    return spec;
  }

  /** A spread over the pods of the app counts them by whatever labels they have. */
  private static void counted(ObjectNode rule, JsonNode labels) {
    JsonNode counted = rule.at("/labelSelector/matchLabels");
    boolean own =
        !counted.isEmpty()
            && counted.properties().stream()
                .allMatch(entry -> labels.path(entry.getKey()).equals(entry.getValue()));
    if (own) {
      rule.put("labelSelector", OWN);
    }
  }

  /** The order of these lists means nothing. */
  private static void sorted(JsonNode holder, String field) {
    if (holder.path(field) instanceof ArrayNode list) {
      List<JsonNode> elements = new ArrayList<>();
      list.forEach(elements::add);
      elements.sort(Comparator.comparing(JsonNode::toString));
      list.removeAll().addAll(elements);
    }
  }

  private static void removeIf(ObjectNode holder, String object, String field, String json) {
    if (holder.path(object) instanceof ObjectNode found
        && found.path(field).equals(Tree.read(json))) {
      found.remove(field);
    }
  }
}
