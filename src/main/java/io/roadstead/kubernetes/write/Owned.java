// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.roadstead.kubernetes.json.Json;
import java.util.List;
import java.util.Optional;

/** The part of a live object that Roadstead owns, as it would apply it again. */
final class Owned {

  private static final List<String> BOOKKEEPING =
      List.of("managedFields", "resourceVersion", "generation");

  private Owned() {}

  /** The owned part; only the name when Roadstead owns nothing. */
  static <T extends HasMetadata> T of(T live, Class<T> type) {
    Optional<ManagedFieldsEntry> ours =
        Managers.of(live).stream().filter(Managers::isOurs).findFirst();
    ObjectNode part = Json.MAPPER.createObjectNode();
    if (ours.isPresent()) {
      JsonNode cut = OwnedFields.cut(Json.MAPPER.valueToTree(live), Managers.fields(ours.get()));
      part.setAll((ObjectNode) cut);
    }
    part.put("apiVersion", live.getApiVersion()).put("kind", live.getKind());
    ObjectNode metadata = part.withObject("/metadata");
    metadata.put("namespace", live.getMetadata().getNamespace());
    metadata.put("name", live.getMetadata().getName());
    try {
      return Json.MAPPER.treeToValue(part, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("part of a " + live.getKind() + " is none", e);
    }
  }

  /** Whether an apply of {@code desired} would change nothing. */
  static <T extends HasMetadata> boolean isApplied(T desired, T live, Class<T> type) {
    return Json.MAPPER.valueToTree(desired).equals(Json.MAPPER.valueToTree(of(live, type)));
  }

  /** Whether two states of an object are equal, apart from what the API server records itself. */
  static boolean sameButForBookkeeping(HasMetadata one, HasMetadata other) {
    return withoutBookkeeping(one).equals(withoutBookkeeping(other));
  }

  private static ObjectNode withoutBookkeeping(HasMetadata object) {
    ObjectNode tree = Json.MAPPER.valueToTree(object);
    tree.withObject("/metadata").remove(BOOKKEEPING);
    tree.remove("status");
    return tree;
  }
}
