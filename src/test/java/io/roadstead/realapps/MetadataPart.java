// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Labels and annotations. The contract has one set of each for all objects of an app: where the
 * objects disagree, the pods decide.
 */
final class MetadataPart {
  /** They describe the app; the others of their domain identify its objects and their tool. */
  static final Set<String> DESCRIPTIVE =
      Set.of(
          "app.kubernetes.io/version", "app.kubernetes.io/component", "app.kubernetes.io/part-of");

  private static final String TEMPLATE = "/spec/template";

  private MetadataPart() {}

  static ObjectNode labels(Manifest manifest) {
    List<JsonNode> sources = new ArrayList<>();
    sources.add(manifest.deployment().at(TEMPLATE + "/metadata/labels"));
    sources.add(manifest.deployment().at("/metadata/labels"));
    manifest.services().stream()
        .limit(1)
        .forEach(service -> sources.add(service.at("/metadata/labels")));
    return merged(sources);
  }

  static ObjectNode annotations(Manifest manifest) {
    JsonNode deployment = manifest.deployment();
    return merged(
        List.of(
            deployment.at(TEMPLATE + "/metadata/annotations"),
            deployment.at("/metadata/annotations")));
  }

  /** Whether Kubernetes or Roadstead set the key, so that a deploy can't. */
  static boolean isReserved(String key) {
    String domain = key.contains("/") ? key.substring(0, key.indexOf('/')) : "";
    return !DESCRIPTIVE.contains(key) && ("." + domain).matches(".*\\.(kubernetes|k8s)\\.io");
  }

  private static ObjectNode merged(List<JsonNode> sources) {
    ObjectNode all = Tree.MAPPER.createObjectNode();
    List<JsonNode> reversed = new ArrayList<>(sources);
    Collections.reverse(reversed);
    for (JsonNode source : reversed) {
      source.properties().stream()
          .filter(entry -> !isReserved(entry.getKey()))
          .forEach(entry -> all.set(entry.getKey(), entry.getValue()));
    }
    return all;
  }
}
