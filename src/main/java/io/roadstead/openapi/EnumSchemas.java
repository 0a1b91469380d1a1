// SPDX-License-Identifier: Apache-2.0
package io.roadstead.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import io.roadstead.app.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Schemas of enums. Values are those of the proto without the enum's name; generated code uses the
 * proto names ({@code x-enum-varnames}), because values must be unique across enums there.
 */
final class EnumSchemas {
  private static final String OPEN =
      "In responses, later versions may add values; accept those that you do not know.";

  private final Words words;

  EnumSchemas(Words words) {
    this.words = words;
  }

  Schema schema(EnumDescriptor type) {
    List<Value> values =
        type.getValues().stream()
            .filter(value -> value.getNumber() != 0)
            .map(value -> new Value(json(value), value.getName(), words.of(value)))
            .toList();
    return schema(words.of(type), values);
  }

  /** The reasons of errors, which are strings in the proto. */
  static Schema errorCodes() {
    List<Value> values =
        Arrays.stream(ErrorCode.values())
            .map(
                code ->
                    new Value(
                        code.name(),
                        "ERROR_CODE_" + code.name(),
                        "%s (%d).".formatted(code.title(), code.httpStatus())))
            .toList();
    return schema("Why a request failed.", values);
  }

  private static Schema schema(String what, List<Value> values) {
    String list =
        values.stream()
            .map(value -> "- `%s`: %s".formatted(value.json(), value.description()))
            .collect(Collectors.joining("\n"));
    Schema schema =
        createSchema()
            .addType(SchemaType.STRING)
            .description(String.join("\n\n", what, list, OPEN));
    values.forEach(value -> schema.addEnumeration(value.json()));
    schema.addExtension("x-enum-varnames", values.stream().map(Value::name).toList());
    schema.addExtension("x-enum-descriptions", values.stream().map(Value::description).toList());
    schema.addExtension("x-extensible", true);
    return schema;
  }

  /** The value in JSON. */
  static String json(EnumValueDescriptor value) {
    String prefix =
        value
            .getType()
            .getName()
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
            .toUpperCase(Locale.ROOT);
    return value.getName().substring(prefix.length() + 1);
  }

  /** A value in JSON, its name in generated code, and its meaning. */
  private record Value(String json, String name, String description) {}
}
