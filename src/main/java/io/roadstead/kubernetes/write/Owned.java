// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.util.Optional;

/** The part of a live object that Roadstead owns, as it would apply it again. */
final class Owned {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Owned() {}

  /** That part, with nothing but the name where Roadstead owns nothing. */
  static <T extends HasMetadata> T of(T live, Class<T> type) {
    Optional<ManagedFieldsEntry> ours =
        Managers.of(live).stream().filter(Managers::isOurs).findFirst();
    ObjectNode part = JSON.createObjectNode();
    if (ours.isPresent()) {
      JsonNode cut = OwnedFields.cut(JSON.valueToTree(live), Managers.fields(ours.get()));
      part.setAll((ObjectNode) cut);
    }
    part.put("apiVersion", live.getApiVersion()).put("kind", live.getKind());
    ObjectNode metadata = part.withObject("/metadata");
    metadata.put("namespace", live.getMetadata().getNamespace());
    metadata.put("name", live.getMetadata().getName());
    try {
      return JSON.treeToValue(part, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("part of a " + live.getKind() + " is none", e);
    }
  }

  /** Whether an apply of {@code desired} would change nothing. */
  static <T extends HasMetadata> boolean isApplied(T desired, T live, Class<T> type) {
    return JSON.valueToTree(desired).equals(JSON.valueToTree(of(live, type)));
  }
}
