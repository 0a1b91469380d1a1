// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Documents for tests, written as YAML. */
public final class Documents {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Documents() {}

  public static ObjectNode object(String yaml) {
    return (ObjectNode) tree(yaml);
  }

  public static JsonNode tree(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }

  /** A Deployment in the default namespace with one container named as the app. */
  public static ObjectNode deployment(String name) {
    return object(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %1$s, namespace: default}
        spec:
          selector: {matchLabels: {app: %1$s}}
          template:
            metadata: {labels: {app: %1$s}}
            spec: {containers: [{name: %1$s, image: "nginx:1.27"}]}
        """
            .formatted(name));
  }

  /** A ConfigMap in the default namespace. */
  public static ObjectNode configMap(String name) {
    return object("metadata: {name: %s, namespace: default}".formatted(name));
  }
}
