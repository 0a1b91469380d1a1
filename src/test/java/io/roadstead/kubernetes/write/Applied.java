// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.roadstead.kubernetes.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Manifests, applied as {@code kubectl apply --server-side} does. */
final class Applied {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Applied() {}

  static List<JsonNode> documents(String manifests) {
    try {
      List<JsonNode> all = new ArrayList<>();
      YAML.readerFor(JsonNode.class).<JsonNode>readValues(manifests).forEachRemaining(all::add);
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void by(KubernetesClient client, String manager, boolean force, String manifests) {
    var how =
        new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(manager)
            .withForce(force)
            .build();
    for (JsonNode document : documents(manifests)) {
      try {
        client
            .resource(Json.MAPPER.treeToValue(document, GenericKubernetesResource.class))
            .patch(how);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
