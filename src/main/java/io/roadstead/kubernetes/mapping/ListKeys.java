// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lists whose elements Kubernetes merges by key ({@code x-kubernetes-list-map-keys} of the API
 * definition). Every other list is replaced as a whole.
 */
final class ListKeys {
  private static final List<String> NAME = List.of("name");
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "containers",
          NAME,
          "initContainers",
          NAME,
          "env",
          NAME,
          "volumes",
          NAME,
          "imagePullSecrets",
          NAME,
          "volumeMounts",
          List.of("mountPath"),
          "volumeDevices",
          List.of("devicePath"),
          "hostAliases",
          List.of("ip"),
          "topologySpreadConstraints",
          List.of("topologyKey", "whenUnsatisfiable"),
          "resizePolicy",
          List.of("resourceName"));
  private static final Map<String, List<String>> MORE_KEYS =
      Map.of(
          "resourceClaims", NAME,
          "schedulingGates", NAME,
          "claims", NAME);
  private static final List<String> CONTAINER_PORT = List.of("containerPort", "protocol");
  private static final List<String> SERVICE_PORT = List.of("port", "protocol");

  private ListKeys() {}

  /** The fields that identify the elements of a list; null when the list has no keys. */
  static @Nullable List<String> of(String field, JsonNode list) {
    if (field.equals("ports") && !list.isEmpty()) {
      return list.get(0).has("containerPort") ? CONTAINER_PORT : SERVICE_PORT;
    }
    List<String> keys = KEYS.get(field);
    return keys != null ? keys : MORE_KEYS.get(field);
  }

  /** The key of an element, e.g. {@code 8080/TCP}. */
  static String key(JsonNode element, List<String> keys) {
    return keys.stream()
        .map(key -> element.path(key).asText(key.equals("protocol") ? "TCP" : ""))
        .collect(Collectors.joining("/"));
  }
}
