// SPDX-License-Identifier: Apache-2.0
package io.roadstead.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Timestamp;
import io.roadstead.v1.Limits;
import io.roadstead.v1.LimitsProto;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Schemas of fields in the JSON of requests and responses. */
final class FieldSchemas {
  private final Words words;
  private final Schemas schemas;

  FieldSchemas(Words words, Schemas schemas) {
    this.words = words;
    this.schemas = schemas;
  }

  Schema schema(FieldDescriptor field, Direction direction) {
    boolean nullable = isNullable(field, direction);
    Schema value = limited(field, direction);
    boolean unset = nullable && direction == Direction.ANSWER;
    return (nullable ? Schemas.nullable(value) : value)
        .description(unset ? words.ofNullable(field) : words.of(field));
  }

  static boolean is(FieldDescriptor field, FieldBehavior behavior) {
    return field.getOptions().getExtension(FieldBehaviorProto.fieldBehavior).contains(behavior);
  }

  /**
   * In requests, null is equivalent to a missing field; in responses, it represents an unset field.
   */
  private boolean isNullable(FieldDescriptor field, Direction direction) {
    if (direction == Direction.REQUEST) {
      return !is(field, FieldBehavior.REQUIRED);
    }
    if (field.isRepeated()) {
      return false;
    }
    return switch (field.getJavaType()) {
      case MESSAGE, ENUM ->
          is(field, FieldBehavior.OPTIONAL)
              || field.getRealContainingOneof() != null
              || words.saysUnset(field);
      default -> field.hasPresence();
    };
  }

  private Schema limited(FieldDescriptor field, Direction direction) {
    Schema element = element(field, direction);
    Limits limits = field.getOptions().getExtension(LimitsProto.limits);
    boolean limiting = direction == Direction.REQUEST;
    if (limiting && field.getJavaType() == JavaType.STRING) {
      limitText(element, limits, field.isRepeated());
    }
    if (limiting && limits.hasNumber()) {
      return schemas.reference("PortReference", orNumber(element, limits.getNumber()));
    }
    if (field.isRepeated() && !field.isMapField()) {
      Schema list = createSchema().addType(SchemaType.ARRAY).items(element);
      return limiting
          ? list.minItems(number(limits.hasMin(), limits.getMin()))
              .maxItems(number(limits.hasMax(), limits.getMax()))
          : list;
    }
    if (limiting && isNumber(field)) {
      limitNumber(element, limits);
    }
    return element;
  }

  private Schema element(FieldDescriptor field, Direction direction) {
    if (field.isMapField()) {
      return createSchema()
          .addType(SchemaType.OBJECT)
          .additionalPropertiesSchema(createSchema().addType(SchemaType.STRING));
    }
    return switch (field.getJavaType()) {
      case STRING -> createSchema().addType(SchemaType.STRING);
      case BOOLEAN -> createSchema().addType(SchemaType.BOOLEAN);
      case INT -> createSchema().addType(SchemaType.INTEGER).format("int32");
      case LONG -> createSchema().addType(SchemaType.INTEGER).format("int64");
      case ENUM -> schemas.reference(field.getEnumType());
      case MESSAGE ->
          isTime(field)
              ? createSchema().addType(SchemaType.STRING).format("date-time")
              : schemas.reference(field.getMessageType(), direction);
      case FLOAT, DOUBLE, BYTE_STRING ->
          throw new IllegalStateException("No JSON is agreed on for " + field.getFullName());
    };
  }

  /** The type of a value that is set. */
  static SchemaType type(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case STRING, ENUM -> SchemaType.STRING;
      case BOOLEAN -> SchemaType.BOOLEAN;
      case INT, LONG -> SchemaType.INTEGER;
      case FLOAT, DOUBLE -> SchemaType.NUMBER;
      case MESSAGE -> isTime(field) ? SchemaType.STRING : SchemaType.OBJECT;
      case BYTE_STRING -> throw new IllegalStateException(field.getFullName());
    };
  }

  private static Schema orNumber(Schema text, Limits limits) {
    Schema number = createSchema().addType(SchemaType.INTEGER).format("int32");
    limitNumber(number, limits);
    return createSchema().description("Number or name of a port.").oneOf(List.of(number, text));
  }

  private static void limitText(Schema text, Limits limits, boolean element) {
    if (!limits.getPattern().isEmpty()) {
      text.setPattern("^(" + limits.getPattern() + ")$");
    }
    if (!element) {
      text.setMinLength(number(limits.hasMin(), limits.getMin()));
      text.setMaxLength(number(limits.hasMax(), limits.getMax()));
    }
  }

  private static void limitNumber(Schema number, Limits limits) {
    number.setMinimum(limits.hasMin() ? BigDecimal.valueOf(limits.getMin()) : null);
    number.setMaximum(limits.hasMax() ? BigDecimal.valueOf(limits.getMax()) : null);
  }

  private static @Nullable Integer number(boolean set, long value) {
    return set ? Math.toIntExact(value) : null;
  }

  private static boolean isNumber(FieldDescriptor field) {
    return field.getJavaType() == JavaType.INT || field.getJavaType() == JavaType.LONG;
  }

  private static boolean isTime(FieldDescriptor field) {
    return field.getJavaType() == JavaType.MESSAGE
        && field.getMessageType().getFullName().equals(Timestamp.getDescriptor().getFullName());
  }
}
