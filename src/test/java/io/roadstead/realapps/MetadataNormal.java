// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Labels and annotations of a manifest without those that say who made an object and which. */
final class MetadataNormal {
  private static final Set<String> IDENTITY =
      Set.of(
          "app.kubernetes.io/name",
          "app.kubernetes.io/instance",
          "app.kubernetes.io/managed-by",
          "deployment.kubernetes.io/revision",
          "kubectl.kubernetes.io/last-applied-configuration");

  private MetadataNormal() {}

  static ObjectNode own(JsonNode labels) {
    ObjectNode own = Tree.MAPPER.createObjectNode();
    labels.properties().stream()
        .filter(entry -> !IDENTITY.contains(entry.getKey()))
        .forEach(entry -> own.set(entry.getKey(), entry.getValue()));
    return own;
  }
}
