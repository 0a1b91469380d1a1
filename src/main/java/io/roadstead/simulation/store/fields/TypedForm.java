// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.fields.TypeSchema.Zero;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Gives a document the form in which the server's structs are written: fields with a zero value are
 * omitted or always present, and quantities are normalized.
 */
public final class TypedForm {
  private static final String QUANTITY = "api.resource.Quantity";

  private final UnaryOperator<JsonNode> quantities;
  private final boolean complete;

  private TypedForm(UnaryOperator<JsonNode> quantities, boolean complete) {
    this.quantities = quantities;
    this.complete = complete;
  }

  /**
   * Rewrites a whole object.
   *
   * @param quantities normalizes a quantity, or refuses it
   */
  public static void write(
      ResourceKind kind, ObjectNode object, UnaryOperator<JsonNode> quantities) {
    new TypedForm(quantities, true).rewrite(object, Schemas.of(kind));
  }

  /** Rewrites only the quantities; also suitable for partial objects. */
  public static void writeQuantities(
      ResourceKind kind, ObjectNode object, UnaryOperator<JsonNode> quantities) {
    new TypedForm(quantities, false).rewrite(object, Schemas.of(kind));
  }

  private void rewrite(ObjectNode object, TypeSchema schema) {
    if (!schema.isClosed()) {
      rewriteValues(object, schema);
      return;
    }
    for (Map.Entry<String, TypeSchema> field : schema.fields().entrySet()) {
      JsonNode sent = object.get(field.getKey());
      Optional<JsonNode> written = written(sent == null ? noValue() : sent, field.getValue());
      if (written.isPresent()) {
        object.set(field.getKey(), written.get());
      } else {
        object.remove(field.getKey());
      }
    }
  }

  private void rewriteValues(ObjectNode map, TypeSchema schema) {
    for (String key : keys(map)) {
      map.set(key, rewritten(map.path(key), schema.element()));
    }
  }

  private static List<String> keys(ObjectNode map) {
    List<String> keys = new ArrayList<>();
    map.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private Optional<JsonNode> written(JsonNode value, TypeSchema schema) {
    if (value.isMissingNode() || (complete && value.isNull())) {
      return complete && schema.zero() == Zero.WRITTEN ? zeroOf(schema) : Optional.empty();
    }
    if (complete && schema.zero() == Zero.OMITTED && isZero(value)) {
      return Optional.empty();
    }
    return Optional.of(rewritten(value, schema));
  }

  private JsonNode rewritten(JsonNode value, TypeSchema schema) {
    if (schema.type().equals(QUANTITY)) {
      return value.isNull() ? value : quantities.apply(value);
    }
    if (value instanceof ObjectNode object) {
      rewrite(object, schema);
    } else if (value instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, rewritten(list.path(i), schema.element()));
      }
    }
    return value;
  }

  private Optional<JsonNode> zeroOf(TypeSchema schema) {
    if (schema.isClosed()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      rewrite(object, schema);
      return Optional.of(object);
    }
    return switch (schema.type()) {
      case "string" -> Optional.of(TextNode.valueOf(""));
      case "int32", "int64" -> Optional.of(IntNode.valueOf(0));
      case "boolean" -> Optional.of(BooleanNode.FALSE);
      case QUANTITY -> Optional.of(TextNode.valueOf("0"));
      default -> Optional.empty();
    };
  }

  private static boolean isZero(JsonNode value) {
    return value.isContainerNode()
        ? value.isEmpty()
        : value.asText().isEmpty()
            || (value.isNumber() && value.asDouble() == 0)
            || (value.isBoolean() && !value.asBoolean());
  }

  private static JsonNode noValue() {
    return JsonNodeFactory.instance.missingNode();
  }
}
