// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.OneofDescriptor;
import io.roadstead.v1.AppSpec;
import io.roadstead.v1.Limits;
import io.roadstead.v1.LimitsProto;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Specs that set every field that the contract declares, with values that differ from the defaults.
 * They are made from the descriptors, so they have new fields by themselves; {@link WholeValues}
 * has what the form of a field does not say.
 *
 * @param seen the fields that a spec has had, as {@code Message.field}
 */
record WholeSpecs(Set<String> seen) {
  /** As many as the largest choice that is not a list has alternatives. */
  static final int VARIANTS = 4;

  private static final int NUMBER = 7;

  WholeSpecs() {
    this(new TreeSet<>());
  }

  /** The names of all fields. */
  static Set<String> fields() {
    Set<String> fields = new TreeSet<>();
    collect(AppSpec.getDescriptor(), fields);
    return fields;
  }

  private static void collect(Descriptor type, Set<String> fields) {
    for (FieldDescriptor field : type.getFields()) {
      boolean added = fields.add(name(field));
      if (added && field.getJavaType() == JavaType.MESSAGE && !field.isMapField()) {
        collect(field.getMessageType(), fields);
      }
    }
  }

  private static String name(FieldDescriptor field) {
    return field.getContainingType().getName() + "." + field.getName();
  }

  /** A spec with the alternatives of a variant. */
  ObjectNode next(int variant) {
    return message(AppSpec.getDescriptor(), new Place(variant, "", 0), variant);
  }

  /**
   * Where a value is.
   *
   * @param variant the number of the spec
   * @param path the JSON names of the fields above, each with a dot in front
   * @param index the number of the element in the last list above
   */
  record Place(int variant, String path, int index) {
    boolean isEven() {
      return variant % 2 == 0;
    }

    private Place in(FieldDescriptor field) {
      return new Place(variant, path + "." + field.getJsonName(), index);
    }

    private Place at(int element) {
      return new Place(variant, path, element);
    }
  }

  private ObjectNode message(Descriptor type, Place place, int choice) {
    ObjectNode message = Json.object();
    for (FieldDescriptor field : type.getFields()) {
      OneofDescriptor oneof = field.getRealContainingOneof();
      boolean chosen =
          oneof == null || oneof.getFields().indexOf(field) == choice % oneof.getFieldCount();
      if (chosen && !WholeValues.isLeftOut(name(field), place)) {
        seen.add(name(field));
        message.set(field.getJsonName(), values(field, place.in(field)));
      }
    }
    return message;
  }

  private JsonNode values(FieldDescriptor field, Place place) {
    if (field.isMapField()) {
      ObjectNode map = Json.object();
      WholeValues.map(name(field)).forEach(map::put);
      return map;
    }
    if (!field.isRepeated()) {
      return value(field, place, place.variant());
    }
    ArrayNode list = Json.object().putArray("list");
    for (int i = 0; i < size(field); i++) {
      list.add(value(field, place.at(i), i));
    }
    return list;
  }

  /** A list has each alternative once. */
  private static int size(FieldDescriptor field) {
    List<OneofDescriptor> choices =
        field.getJavaType() == JavaType.MESSAGE
            ? field.getMessageType().getRealOneofs()
            : List.of();
    return choices.isEmpty() ? 1 : choices.get(0).getFieldCount();
  }

  private JsonNode value(FieldDescriptor field, Place place, int choice) {
    JsonNode known = WholeValues.of(name(field), place);
    if (known != null) {
      return known;
    }
    ObjectNode holder = Json.object();
    switch (field.getJavaType()) {
      case BOOLEAN -> holder.put("it", true);
      case INT, LONG -> holder.put("it", number(field));
      case STRING -> holder.put("it", "example");
      case ENUM -> {
        var constants = field.getEnumType().getValues();
        String zero = constants.get(0).getName();
        String last = constants.get(constants.size() - 1).getName();
        holder.put("it", last.substring(zero.length() - "UNSPECIFIED".length()));
      }
      case MESSAGE ->
          holder.set(
              "it", message(field.getMessageType(), place, WholeValues.choice(place, choice)));
      case FLOAT, DOUBLE, BYTE_STRING -> throw new IllegalArgumentException(field.getFullName());
    }
    return holder.get("it");
  }

  private static long number(FieldDescriptor field) {
    Limits limits = field.getOptions().getExtension(LimitsProto.limits);
    long least = limits.hasMin() ? Math.max(NUMBER, limits.getMin()) : NUMBER;
    return limits.hasMax() && !field.isRepeated() ? Math.min(least, limits.getMax()) : least;
  }
}
