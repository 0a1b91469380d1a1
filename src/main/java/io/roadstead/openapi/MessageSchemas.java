// SPDX-License-Identifier: Apache-2.0
package io.roadstead.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import com.google.api.FieldBehavior;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import io.roadstead.v1.LimitsProto;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas of messages, from their fields, comments, behavior and limits. */
final class MessageSchemas {
  private final Words words;
  private final FieldSchemas fields;

  MessageSchemas(Words words, Schemas schemas) {
    this.words = words;
    this.fields = new FieldSchemas(words, schemas);
  }

  Schema schema(Descriptor message, Direction direction) {
    Schema schema = object(words.of(message), message.getFields(), direction);
    if (direction == Direction.REQUEST) {
      message
          .getRealOneofs()
          .forEach(group -> addRule(schema, group.getFields(), words.isRequired(group)));
      List<FieldDescriptor> exclusive =
          message.getOptions().getExtension(LimitsProto.exclusive).stream()
              .map(message::findFieldByName)
              .toList();
      if (!exclusive.isEmpty()) {
        addRule(schema, exclusive, false);
      }
    }
    return schema;
  }

  Schema schema(OneofDescriptor group) {
    Schema schema = object(words.of(group), group.getFields(), Direction.REQUEST);
    addRule(schema, group.getFields(), words.isRequired(group));
    return schema;
  }

  private Schema object(String description, List<FieldDescriptor> members, Direction direction) {
    Schema schema =
        createSchema()
            .addType(SchemaType.OBJECT)
            .description(description)
            .additionalPropertiesSchema(
                createSchema().booleanSchema(direction == Direction.ANSWER));
    for (FieldDescriptor field : members) {
      schema.addProperty(field.getJsonName(), fields.schema(field, direction));
      if (direction == Direction.ANSWER || FieldSchemas.is(field, FieldBehavior.REQUIRED)) {
        schema.addRequired(field.getJsonName());
      }
    }
    return schema;
  }

  /**
   * Exactly one of a group, or at most one when the group is optional; null counts as unset. In
   * {@code then}, the rule applies to validators and does not affect generated classes, unlike
   * {@code oneOf} next to properties.
   */
  private static void addRule(Schema schema, List<FieldDescriptor> group, boolean required) {
    List<Schema> choices = new ArrayList<>();
    for (FieldDescriptor field : group) {
      choices.add(
          createSchema()
              .addRequired(field.getJsonName())
              .addProperty(field.getJsonName(), createSchema().addType(FieldSchemas.type(field))));
    }
    if (!required) {
      choices.add(none(group));
    }
    schema.setIfSchema(createSchema().addType(SchemaType.OBJECT));
    schema.setThenSchema(createSchema().oneOf(choices));
  }

  private static Schema none(List<FieldDescriptor> group) {
    Schema none = createSchema();
    group.forEach(
        field -> none.addProperty(field.getJsonName(), createSchema().addType(SchemaType.NULL)));
    return none;
  }
}
