// SPDX-License-Identifier: Apache-2.0
package io.roadstead.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.roadstead.v1.Limits;
import io.roadstead.v1.LimitsProto;
import io.roadstead.wire.Operation;
import io.roadstead.wire.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/**
 * Describes parameters: query parameters from the proto, HTTP headers with their own descriptions.
 */
final class Parameters {
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final int LONGEST_NAME = 63;

  private static final Map<Parameter, String> OF_HTTP =
      Map.of(
          Parameter.NAMESPACE, "The namespace, an RFC 1123 label.",
          Parameter.APP, "The app's name, an RFC 1035 label.",
          Parameter.IF_MATCH,
              "Write only if the app still has this etag, with its quotes as it was read; `*`: only"
                  + " if the app exists.",
          Parameter.IF_NONE_MATCH, "`*`: write only if there is no such app yet.",
          Parameter.IF_CHANGED,
              "Answer 304 without a body if the answer would still have this etag.");

  private final Words words;

  Parameters(Words words) {
    this.words = words;
  }

  List<org.eclipse.microprofile.openapi.models.parameters.Parameter> of(Operation declared) {
    return declared.parameters().stream()
        .filter(parameter -> parameter != Parameter.ACCEPT)
        .map(parameter -> describe(declared, parameter))
        .toList();
  }

  private org.eclipse.microprofile.openapi.models.parameters.Parameter describe(
      Operation declared, Parameter parameter) {
    var described =
        OASFactory.createParameter()
            .name(parameter.label())
            .in(In.valueOf(parameter.place().name()))
            .description(description(declared, parameter))
            .schema(schema(declared, parameter));
    return parameter.place() == Parameter.Place.PATH ? described.required(true) : described;
  }

  private String description(Operation declared, Parameter parameter) {
    if (parameter == Parameter.NAMESPACE && mayBeEvery(declared)) {
      return "The namespace, or `-` for every namespace.";
    }
    return OF_HTTP.containsKey(parameter)
        ? OF_HTTP.get(parameter)
        : words.of(field(declared, parameter));
  }

  private static Schema schema(Operation declared, Parameter parameter) {
    return switch (parameter.kind()) {
      case FLAG -> createSchema().addType(SchemaType.BOOLEAN).defaultValue(false);
      case NUMBER -> number(field(declared, parameter));
      case TEXT -> text(declared, parameter);
    };
  }

  private static Schema text(Operation declared, Parameter parameter) {
    Schema schema = createSchema().addType(SchemaType.STRING);
    return switch (parameter) {
      case NAMESPACE -> name(schema, mayBeEvery(declared) ? "-|" + LABEL : LABEL);
      case APP -> name(schema, "[a-z]([-a-z0-9]*[a-z0-9])?");
      case IF_NONE_MATCH -> schema.addEnumeration("*");
      default -> schema;
    };
  }

  private static Schema name(Schema schema, String pattern) {
    return schema.minLength(1).maxLength(LONGEST_NAME).pattern("^(" + pattern + ")$");
  }

  private static Schema number(FieldDescriptor field) {
    Limits limits = field.getOptions().getExtension(LimitsProto.limits);
    return createSchema()
        .addType(SchemaType.INTEGER)
        .format("int32")
        .minimum(BigDecimal.valueOf(limits.getMin()))
        .maximum(BigDecimal.valueOf(limits.getMax()));
  }

  private static boolean mayBeEvery(Operation declared) {
    return !declared.parameters().contains(Parameter.APP);
  }

  /** The request field of a parameter. */
  private static FieldDescriptor field(Operation declared, Parameter parameter) {
    Descriptor message = declared.rpc().getInputType();
    String[] path = parameter.field().split("\\.");
    for (int i = 0; i < path.length - 1; i++) {
      message = message.findFieldByName(path[i]).getMessageType();
    }
    return message.findFieldByName(path[path.length - 1]);
  }
}
