// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one part of a document is merged and owned. Anything else is deduced: objects field by field,
 * lists as a whole.
 *
 * @param type the name of the type in the API definition; empty if it is not defined
 * @param keys the fields that identify an element of a list
 * @param patch the rule of strategic merge patches, which differs from the one of server-side apply
 * @param fields the parts of an object
 * @param preset the value of an omitted field that is a key of its list; null for none
 * @param elements the schema of each element of a list, and of each value of a map
 */
record TypeSchema(
    Shape shape,
    String type,
    List<String> keys,
    Patch patch,
    Map<String, TypeSchema> fields,
    @Nullable JsonNode preset,
    Zero zero,
    @Nullable TypeSchema elements) {

  /** The ways to own a part of a document. */
  enum Shape {
    /** Deduced from the value: objects field by field, lists and scalars as a whole. */
    DEDUCED,
    /** Always as a whole. */
    ATOMIC,
    /** A list whose elements are identified by keys. */
    KEYED_LIST,
    /** A list of values, each owned separately. */
    SET
  }

  /** What the server writes for a field with the zero value of its type. */
  enum Zero {
    /** The value that was sent, if any. */
    KEPT,
    /** Nothing. */
    OMITTED,
    /** The zero value, even if none was sent. */
    WRITTEN
  }

  /**
   * The patch strategy of a field.
   *
   * @param merges whether a list is merged with the live one instead of replacing it
   * @param key the field that identifies an element; empty for a list of values
   */
  record Patch(boolean merges, String key) {
    static final Patch REPLACE = new Patch(false, "");

    boolean byKey() {
      return merges && !key.isEmpty();
    }
  }

  static final TypeSchema DEDUCED =
      new TypeSchema(Shape.DEDUCED, "", List.of(), Patch.REPLACE, Map.of(), null, Zero.KEPT, null);

  TypeSchema {
    keys = List.copyOf(keys);
    fields = Map.copyOf(fields);
  }

  static TypeSchema object(String type, Map<String, TypeSchema> fields) {
    return new TypeSchema(
        Shape.DEDUCED, type, List.of(), Patch.REPLACE, fields, null, Zero.KEPT, null);
  }

  TypeSchema as(Shape other) {
    return new TypeSchema(other, type, keys, patch, fields, preset, zero, elements);
  }

  TypeSchema with(@Nullable JsonNode otherPreset, Zero otherZero) {
    return new TypeSchema(shape, type, keys, patch, fields, otherPreset, otherZero, elements);
  }

  TypeSchema field(String name) {
    TypeSchema field = fields.get(name);
    return field == null ? element() : field;
  }

  /** The schema of one element of a list, or of one value of a map. */
  TypeSchema element() {
    TypeSchema known = elements;
    return known == null ? DEDUCED : known;
  }

  /** Whether the value is a list whose elements are owned one by one. */
  boolean isElementwise(@Nullable JsonNode value) {
    boolean listed = shape == Shape.KEYED_LIST || shape == Shape.SET;
    return listed && value != null && value.isArray();
  }

  /** Whether the value is an object whose fields are owned one by one. */
  boolean isFieldwise(@Nullable JsonNode value) {
    return shape == Shape.DEDUCED && value != null && value.isObject();
  }

  /** Whether the API definition lists all fields of the object. */
  boolean isClosed() {
    return !fields.isEmpty();
  }

  /** Whether the type has a definition; without one, nothing is known to be unknown. */
  boolean isDefined() {
    return !type.isEmpty();
  }
}
