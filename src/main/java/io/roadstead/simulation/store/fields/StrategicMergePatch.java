// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.ResourceKind;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The strategic merge patch of Kubernetes: a merge patch with list keys and directives. */
public final class StrategicMergePatch {
  private static final String PATCH = "$patch";
  private static final String RETAIN_KEYS = "$retainKeys";
  private static final String DELETE_VALUES = "$deleteFromPrimitiveList/";
  private static final String ORDER = "$setElementOrder/";

  private StrategicMergePatch() {}

  /** Returns the patched document; the given document is not modified. */
  public static ObjectNode apply(ResourceKind kind, ObjectNode document, ObjectNode patch) {
    return mergeObject(document, patch, Schemas.of(kind));
  }

  private static ObjectNode mergeObject(ObjectNode target, ObjectNode patch, TypeSchema schema) {
    String directive = patch.path(PATCH).asText("");
    if (directive.equals("delete")) {
      return JsonNodeFactory.instance.objectNode();
    }
    boolean replaces = directive.equals("replace");
    ObjectNode merged = replaces ? JsonNodeFactory.instance.objectNode() : target.deepCopy();
    retainKeys(merged, patch);
    patch
        .fields()
        .forEachRemaining(
            field -> mergeField(merged, field.getKey(), field.getValue(), patch, schema));
    return merged;
  }

  private static void mergeField(
      ObjectNode merged, String name, JsonNode value, ObjectNode patch, TypeSchema schema) {
    if (name.startsWith(DELETE_VALUES)) {
      deleteValues(merged, name.substring(DELETE_VALUES.length()), value);
      return;
    }
    if (name.startsWith(ORDER)) {
      String list = name.substring(ORDER.length());
      if (!patch.has(list)) {
        order(merged, list, merged.path(list), value, schema.field(list));
      }
      return;
    }
    if (name.startsWith("$")) {
      return;
    }
    if (value.isNull()) {
      merged.remove(name);
      return;
    }
    JsonNode live = merged.path(name);
    merged.set(name, mergeValue(merged.get(name), value, schema.field(name)));
    JsonNode order = patch.path(ORDER + name);
    order(merged, name, live, order.isMissingNode() ? value : order, schema.field(name));
  }

  private static JsonNode mergeValue(@Nullable JsonNode live, JsonNode patch, TypeSchema schema) {
    if (patch instanceof ObjectNode object) {
      ObjectNode target =
          live instanceof ObjectNode known ? known : JsonNodeFactory.instance.objectNode();
      return mergeObject(target, object, schema);
    }
    if (patch.isArray() && schema.patch().merges()) {
      JsonNode target =
          live != null && live.isArray() ? live : JsonNodeFactory.instance.arrayNode();
      return schema.patch().byKey()
          ? ListPatch.byKey(target, patch, schema, StrategicMergePatch::mergeObject)
          : ListPatch.union(target, patch);
    }
    return patch.deepCopy();
  }

  private static void retainKeys(ObjectNode merged, ObjectNode patch) {
    if (!patch.has(RETAIN_KEYS)) {
      return;
    }
    Set<String> kept = new HashSet<>();
    patch.get(RETAIN_KEYS).forEach(key -> kept.add(key.asText()));
    merged.retain(kept);
  }

  private static void deleteValues(ObjectNode merged, String name, JsonNode values) {
    if (!(merged.get(name) instanceof ArrayNode list)) {
      return;
    }
    Set<JsonNode> gone = new HashSet<>();
    values.forEach(gone::add);
    ArrayNode kept = list.arrayNode();
    list.forEach(value -> addUnless(gone.contains(value), kept, value));
    merged.set(name, kept);
  }

  private static void addUnless(boolean gone, ArrayNode kept, JsonNode value) {
    if (!gone) {
      kept.add(value);
    }
  }

  private static void order(
      ObjectNode merged, String name, JsonNode live, JsonNode order, TypeSchema schema) {
    if (merged.get(name) instanceof ArrayNode list && schema.patch().merges()) {
      merged.set(name, ListPatch.arranged(list, live, order, schema));
    } else if (merged.path(name).isArray() && !order.isArray()) {
      throw ApiException.badRequest("invalid " + ORDER + name + " in patch");
    }
  }
}
