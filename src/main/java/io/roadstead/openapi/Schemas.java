// SPDX-License-Identifier: Apache-2.0
package io.roadstead.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.OneofDescriptor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The schemas of the document, one for each message and enum in a body. A message that is used in
 * both directions has two: fields that a request may omit are always present in a response.
 */
final class Schemas {
  private static final String OUTPUT = "Output";

  private final Set<String> requested = new HashSet<>();
  private final Map<String, Schema> made = new TreeMap<>();
  private final MessageSchemas messages;
  private final EnumSchemas enums;

  Schemas(Words words) {
    this.messages = new MessageSchemas(words, this);
    this.enums = new EnumSchemas(words);
  }

  /** Registers a message of requests; all of them must be registered before the first response. */
  void request(Descriptor message) {
    if (requested.add(message.getName())) {
      message.getFields().stream()
          .filter(field -> field.getJavaType() == JavaType.MESSAGE && !field.isMapField())
          .forEach(field -> request(field.getMessageType()));
    }
  }

  /** Registers a group of fields, one of which is the body of a request. */
  void request(OneofDescriptor group, String name) {
    requested.add(name);
    group.getFields().stream()
        .filter(it -> it.getJavaType() == JavaType.MESSAGE)
        .forEach(it -> request(it.getMessageType()));
  }

  Map<String, Schema> all() {
    return made;
  }

  Schema reference(Descriptor message, Direction direction) {
    String name = message.getName();
    if (direction == Direction.ANSWER && requested.contains(name)) {
      name += OUTPUT;
    }
    if (!made.containsKey(name)) {
      made.put(name, createSchema());
      made.put(name, messages.schema(message, direction));
    }
    return reference(name);
  }

  /** A group of request fields, one of which is the body. */
  Schema reference(OneofDescriptor group, String name) {
    made.computeIfAbsent(name, it -> messages.schema(group));
    return reference(name);
  }

  Schema reference(EnumDescriptor type) {
    made.computeIfAbsent(type.getName(), name -> enums.schema(type));
    return reference(type.getName());
  }

  /** Adds a named schema and returns a reference to it. */
  Schema reference(String name, Schema schema) {
    made.putIfAbsent(name, schema);
    return reference(name);
  }

  static Schema reference(String name) {
    return createSchema().ref("#/components/schemas/" + name);
  }

  /** The same value or null. */
  static Schema nullable(Schema schema) {
    if (schema.getRef() == null) {
      return schema.addType(SchemaType.NULL);
    }
    return createSchema().anyOf(List.of(schema, createSchema().addType(SchemaType.NULL)));
  }
}
