// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.fields.TypedForm;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads all quantities, and normalizes those of whole objects as the server does. */
final class QuantityFields {
  private static final String RULE =
      "quantities must match the regular expression"
          + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

  /** The server keeps the notation of whole numbers with an exponent. */
  private static final Pattern EXPONENT = Pattern.compile("[+-]?[0-9]{1,15}[eE][0-9]{1,2}");

  private QuantityFields() {}

  /** Brings a whole object into the form in which the server writes it. */
  static void write(ResourceKind kind, ObjectNode object) {
    TypedForm.write(kind, object, value -> normal(value, () -> unreadable(kind)));
  }

  /**
   * Refuses quantities that can't be read in an object that is to be applied. It keeps its
   * spelling: for ownership, {@code 1000m} and {@code 1} are different values.
   */
  static void check(ResourceKind kind, ObjectNode config) {
    TypedForm.writeQuantities(
        kind, config.deepCopy(), value -> normal(value, () -> refused(kind, config)));
  }

  private static JsonNode normal(JsonNode value, Supplier<ApiException> refusal) {
    if (value.isTextual() && EXPONENT.matcher(value.asText()).matches()) {
      return value;
    }
    Optional<Amount> quantity =
        value.isTextual() || value.isNumber() ? Amount.parse(value.asText()) : Optional.empty();
    return TextNode.valueOf(quantity.orElseThrow(refusal).canonical());
  }

  private static ApiException unreadable(ResourceKind kind) {
    return ApiException.badRequest(
        "%s in version \"%s\" cannot be handled as a %s: "
                .formatted(kind.kind(), kind.version(), kind.kind())
            + RULE);
  }

  private static ApiException refused(ResourceKind kind, ObjectNode config) {
    String type = kind.apiVersion() + ", Kind=" + kind.kind();
    return ApiException.of(
        500,
        "",
        "failed to convert new object (%s/%s; %s) to proper version: unable to convert unstructured object to %s: %s"
            .formatted(Metadata.namespace(config), Metadata.name(config), type, type, RULE));
  }
}
