// SPDX-License-Identifier: Apache-2.0
package io.roadstead.openapi;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import io.roadstead.wire.Operation;
import io.roadstead.wire.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Describes operations: their purpose, parameters, bodies and responses. */
final class Operations {
  private static final String JSON = "application/json";
  private static final String PICTURES =
      " As a picture or as Mermaid text where `Accept` prefers that: an `<img>` shows the picture.";

  /** Response fields that become a body of another media type than JSON. */
  private static final Map<String, String> MEDIA_TYPES =
      Map.of("svg", "image/svg+xml", "mermaid", "text/vnd.mermaid", "yaml", "application/yaml");

  private final Words words;
  private final Schemas schemas;
  private final Parameters parameters;
  private final Responses responses;
  private final Examples examples;

  Operations(Words words, Schemas schemas, Examples examples) {
    this.words = words;
    this.schemas = schemas;
    this.parameters = new Parameters(words);
    this.responses = new Responses(words);
    this.examples = examples;
  }

  /**
   * Registers the request of an operation; must be called for all operations before one is
   * described.
   */
  void announce(Operation declared) {
    Descriptor input = declared.rpc().getInputType();
    FieldDescriptor field = input.findFieldByName(declared.body());
    if (field != null) {
      schemas.request(field.getMessageType());
      return;
    }
    input.getRealOneofs().stream()
        .filter(group -> group.getName().equals(declared.body()))
        .forEach(group -> schemas.request(group, capitalized(declared.body())));
  }

  List<Tag> tags() {
    return Arrays.stream(Operation.values())
        .map(declared -> declared.rpc().getService())
        .distinct()
        .map(
            service ->
                OASFactory.createTag()
                    .name(service.getName())
                    .description(Words.summary(words.of(service)) + "."))
        .toList();
  }

  org.eclipse.microprofile.openapi.models.Operation operation(Operation declared) {
    MethodDescriptor rpc = declared.rpc();
    String text = words.of(rpc);
    String details = Words.details(text);
    var operation =
        OASFactory.createOperation()
            .operationId(declared.id())
            .summary(Words.summary(text))
            .description(isView(declared) ? details + PICTURES : details)
            .addTag(rpc.getService().getName());
    parameters.of(declared).forEach(operation::addParameter);
    if (!declared.body().isEmpty()) {
      operation.setRequestBody(body(declared));
    }
    APIResponses answers = responses.of(declared, answer(declared));
    return operation.responses(answers);
  }

  private static boolean isView(Operation declared) {
    return declared.parameters().contains(Parameter.ACCEPT) && !declared.answer().isEmpty();
  }

  private RequestBody body(Operation declared) {
    Descriptor input = declared.rpc().getInputType();
    FieldDescriptor field = input.findFieldByName(declared.body());
    if (!declared.mediaType().equals(JSON)) {
      return part(declared, requireNonNull(field));
    }
    Schema schema =
        field == null
            ? schemas.reference(group(input, declared.body()), capitalized(declared.body()))
            : schemas.reference(field.getMessageType(), Direction.REQUEST);
    MediaType type = OASFactory.createMediaType().schema(schema);
    examples.addRequest(type, declared.id());
    return OASFactory.createRequestBody()
        .required(true)
        .content(OASFactory.createContent().addMediaType(JSON, type));
  }

  /**
   * Not the schema of the whole, which requires more, and does not have null in place of values.
   */
  private RequestBody part(Operation declared, FieldDescriptor field) {
    Schema schema =
        OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .description(
                "Part of `%s`. null removes a field. %s"
                    .formatted(field.getMessageType().getName(), words.of(field)));
    MediaType type = OASFactory.createMediaType().schema(schema);
    examples.addRequest(type, declared.id());
    return OASFactory.createRequestBody()
        .required(true)
        .content(OASFactory.createContent().addMediaType(declared.mediaType(), type));
  }

  private Content answer(Operation declared) {
    Descriptor output = declared.rpc().getOutputType();
    Content content = OASFactory.createContent();
    if (declared.answer().isEmpty()) {
      output.getFields().forEach(field -> addText(content, field));
      return content.addMediaType(JSON, json(declared, output));
    }
    FieldDescriptor field = output.findFieldByName(declared.answer());
    if (field != null) {
      return content.addMediaType(JSON, json(declared, field.getMessageType()));
    }
    for (FieldDescriptor choice : group(output, declared.answer()).getFields()) {
      if (choice.getJavaType() == JavaType.MESSAGE) {
        content.addMediaType(JSON, json(declared, choice.getMessageType()));
      } else {
        addText(content, choice);
      }
    }
    return content;
  }

  private void addText(Content content, FieldDescriptor field) {
    String type = MEDIA_TYPES.get(field.getName());
    if (type != null) {
      content.addMediaType(
          type,
          OASFactory.createMediaType()
              .schema(
                  OASFactory.createSchema()
                      .addType(SchemaType.STRING)
                      .description(words.of(field))));
    }
  }

  private static OneofDescriptor group(Descriptor message, String name) {
    return message.getRealOneofs().stream()
        .filter(group -> group.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private MediaType json(Operation declared, Descriptor message) {
    MediaType type =
        OASFactory.createMediaType().schema(schemas.reference(message, Direction.ANSWER));
    examples.addAnswer(type, declared.id());
    return type;
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
