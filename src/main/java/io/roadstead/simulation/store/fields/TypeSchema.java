// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one part of a document is merged and owned. Anything else is deduced: objects field by field,
 * lists as a whole.
 *
 * @param keys the fields that identify an element of a list; the first one is the merge key of
 *     strategic merge patches
 * @param fields the parts of an object, or of each element of a list, that are not deduced
 * @param atomicElements whether the elements of a list are owned as a whole
 */
record TypeSchema(
    Shape shape, List<String> keys, Map<String, TypeSchema> fields, boolean atomicElements) {

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

  static final TypeSchema DEDUCED = new TypeSchema(Shape.DEDUCED, List.of(), Map.of(), false);
  static final TypeSchema ATOMIC = new TypeSchema(Shape.ATOMIC, List.of(), Map.of(), false);
  static final TypeSchema SET = new TypeSchema(Shape.SET, List.of(), Map.of(), false);

  TypeSchema {
    keys = List.copyOf(keys);
    fields = Map.copyOf(fields);
  }

  static TypeSchema object(Map<String, TypeSchema> fields) {
    return new TypeSchema(Shape.DEDUCED, List.of(), fields, false);
  }

  static TypeSchema list(String... keys) {
    return new TypeSchema(Shape.KEYED_LIST, List.of(keys), Map.of(), false);
  }

  /** A list by keys whose elements are themselves not deduced. */
  TypeSchema of(Map<String, TypeSchema> elementFields) {
    return new TypeSchema(shape, keys, elementFields, false);
  }

  /** A list by key whose elements are owned as a whole. */
  static TypeSchema listOfAtomic(String key) {
    return new TypeSchema(Shape.KEYED_LIST, List.of(key), Map.of(), true);
  }

  TypeSchema with(String field, TypeSchema schema) {
    Map<String, TypeSchema> more = new HashMap<>(fields);
    more.put(field, schema);
    return new TypeSchema(shape, keys, more, atomicElements);
  }

  TypeSchema field(String name) {
    return fields.getOrDefault(name, DEDUCED);
  }

  /** The schema of one element of a list. */
  TypeSchema element() {
    if (atomicElements) {
      return ATOMIC;
    }
    return shape == Shape.SET ? DEDUCED : object(fields);
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
}
