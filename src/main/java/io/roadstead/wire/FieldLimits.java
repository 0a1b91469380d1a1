// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import io.roadstead.app.AppException;
import io.roadstead.app.Messages;
import io.roadstead.app.Violations;
import io.roadstead.app.WholeNumber;
import io.roadstead.v1.Limits;
import io.roadstead.v1.LimitsProto;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Checks messages against what the contract declares of each field: whether it is required, its
 * limits, and that exactly one field of a oneof is set.
 */
final class FieldLimits {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private FieldLimits() {}

  static Limits of(FieldDescriptor field) {
    return field.getOptions().getExtension(LimitsProto.limits);
  }

  /** Records every violation in a message. */
  static void check(Violations violations, String at, DynamicMessage message) {
    Descriptor type = message.getDescriptorForType();
    type.getRealOneofs()
        .forEach(
            oneof ->
                violations.check(
                    message.hasOneof(oneof),
                    at,
                    null,
                    Messages.missing(
                        "one of "
                            + String.join(
                                ", ",
                                oneof.getFields().stream()
                                    .map(FieldDescriptor::getJsonName)
                                    .toList()))));
    for (FieldDescriptor field : type.getFields()) {
      checkField(violations, at + "." + field.getJsonName(), field, message);
    }
  }

  /** Records every violation of the fields that are set, whether or not others are missing. */
  static void checkSet(Violations violations, String at, DynamicMessage message) {
    String prefix = at.isEmpty() ? "" : at + ".";
    message
        .getAllFields()
        .keySet()
        .forEach(field -> checkField(violations, prefix + field.getJsonName(), field, message));
  }

  private static void checkField(
      Violations violations, String at, FieldDescriptor field, DynamicMessage message) {
    if (field.isMapField()) {
      return;
    }
    if (field.isRepeated()) {
      List<?> elements = (List<?>) message.getField(field);
      Limits limits = of(field);
      if (elements.isEmpty() && isRequired(field)) {
        violations.missing(at, "at least one");
      }
      violations.check(
          !limits.hasMax() || elements.size() <= limits.getMax(),
          at,
          null,
          "has %d elements; send at most %d".formatted(elements.size(), limits.getMax()));
      violations.each(
          at, elements, (element, path) -> checkValue(violations, path, field, element));
      return;
    }
    boolean set =
        field.hasPresence()
            ? message.hasField(field)
            : !message.getField(field).equals(field.getDefaultValue());
    if (set) {
      checkValue(violations, at, field, message.getField(field));
    } else if (isRequired(field)) {
      violations.missing(at, what(field, at));
    }
  }

  private static void checkValue(
      Violations violations, String at, FieldDescriptor field, Object value) {
    if (value instanceof DynamicMessage nested) {
      check(violations, at, nested);
    } else if (value instanceof String text) {
      checkText(violations, at, of(field), text, field.isRepeated());
    } else if (value instanceof EnumValueDescriptor choice) {
      violations.check(
          choice.getIndex() >= 0,
          at,
          choice.getNumber(),
          "is not a known value; send one of "
              + String.join(", ", EnumValues.byName(field.getEnumType()).keySet()));
    } else if (value instanceof Number number && !field.isRepeated()) {
      boolean fits = isInRange(field, number.longValue());
      violations.check(fits, at, number, fits ? "" : outOfRange(field, at, number.longValue()));
    }
  }

  private static void checkText(
      Violations violations, String at, Limits limits, String text, boolean element) {
    if (limits.hasNumber() && NUMBER.matcher(text).matches()) {
      return;
    }
    violations.check(
        limits.getPattern().isEmpty() || pattern(limits.getPattern()).matcher(text).matches(),
        at,
        text,
        "does not have the form " + limits.getPattern());
    violations.check(
        element || !limits.hasMax() || text.length() <= limits.getMax(),
        at,
        text,
        "has %d characters; send at most %d".formatted(text.length(), limits.getMax()));
    violations.check(
        element || !limits.hasMin() || text.length() >= limits.getMin(),
        at,
        text,
        "must not be empty");
  }

  static void requireInRange(FieldDescriptor field, String at, long value) {
    if (!isInRange(field, value)) {
      throw AppException.invalid(at, value, outOfRange(field, at, value));
    }
  }

  /** What to send for a number, e.g. {@code a number from 1 to 65535}. */
  static String phrase(FieldDescriptor field, String at) {
    return WholeNumber.at(at).map(WholeNumber::phrase).orElseGet(() -> phrase(of(field)));
  }

  private static String phrase(Limits limits) {
    if (limits.hasMin() && limits.hasMax()) {
      return "a number from %d to %d".formatted(limits.getMin(), limits.getMax());
    }
    return limits.hasMin() ? "a number of %d or more".formatted(limits.getMin()) : "a whole number";
  }

  private static boolean isInRange(FieldDescriptor field, long value) {
    Limits limits = of(field);
    return (!limits.hasMin() || value >= limits.getMin())
        && (!limits.hasMax() || value <= limits.getMax());
  }

  private static String outOfRange(FieldDescriptor field, String at, long value) {
    Limits limits = of(field);
    return Messages.outOfRange(limits.hasMax() && value > limits.getMax(), phrase(field, at));
  }

  private static String what(FieldDescriptor field, String at) {
    return switch (field.getJavaType()) {
      case INT, LONG -> phrase(field, at);
      case ENUM -> "one of " + String.join(", ", EnumValues.byName(field.getEnumType()).keySet());
      case MESSAGE, STRING, BOOLEAN, FLOAT, DOUBLE, BYTE_STRING -> "a value";
    };
  }

  static boolean isRequired(FieldDescriptor field) {
    return field
        .getOptions()
        .getExtension(FieldBehaviorProto.fieldBehavior)
        .contains(FieldBehavior.REQUIRED);
  }

  private static Pattern pattern(String text) {
    return PATTERNS.computeIfAbsent(text, Pattern::compile);
  }

  /** A message as its descriptor's fields, read from its bytes: works without reflection. */
  static DynamicMessage dynamic(Message message) {
    try {
      return DynamicMessage.parseFrom(message.getDescriptorForType(), message.toByteString());
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new IllegalStateException("A message can be read from its own bytes", e);
    }
  }
}
