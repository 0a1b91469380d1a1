// SPDX-License-Identifier: Apache-2.0
package io.roadstead.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.roadstead.wire.Operation;
import io.roadstead.wire.Parameter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Describes responses: success with its body and headers, errors by their components. */
final class Responses {
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;
  private static final String NOT_MODIFIED = "304";

  private final Words words;

  Responses(Words words) {
    this.words = words;
  }

  APIResponses of(Operation declared, Content content) {
    APIResponses all = OASFactory.createAPIResponses();
    for (int status : declared.successes()) {
      all.addAPIResponse(String.valueOf(status), success(declared, status, content));
    }
    if (declared.parameters().contains(Parameter.IF_CHANGED)) {
      all.addAPIResponse(
          NOT_MODIFIED,
          OASFactory.createAPIResponse()
              .description("Not modified: the response would have an etag of `If-None-Match`.")
              .addHeader("ETag", header("The etag of the response.")));
    }
    for (int status : declared.errors()) {
      all.addAPIResponse(
          String.valueOf(status), OASFactory.createAPIResponse().ref("Error" + status));
    }
    return all;
  }

  private APIResponse success(Operation declared, int status, Content content) {
    APIResponse response =
        OASFactory.createAPIResponse().description(description(declared, status)).content(content);
    if (hasEtag(declared)) {
      response.addHeader("ETag", header(etag(declared)));
    }
    if (declared.parameters().contains(Parameter.VALIDATE_ONLY)) {
      response.addHeader("Validate-Only", header("`true` when nothing was written."));
    }
    if (status == CREATED) {
      response.addHeader("Location", header("The address of the app."));
    }
    if (!declared.method().equals("GET") && declared != Operation.DELETE_APP) {
      response.addLink("status", toStatus());
    }
    return response;
  }

  private String description(Operation declared, int status) {
    return switch (status) {
      case CREATED -> "The app was created.";
      case ACCEPTED -> "Accepted: the pods may still be ending, while the app is no longer found.";
      default -> words.of(declared.rpc().getOutputType());
    };
  }

  private static boolean hasEtag(Operation declared) {
    Descriptor output = declared.rpc().getOutputType();
    FieldDescriptor field = output.findFieldByName(declared.answer());
    return output.findFieldByName("etag") != null
        || (field != null && field.getMessageType().findFieldByName("etag") != null);
  }

  private static String etag(Operation declared) {
    return declared.parameters().contains(Parameter.IF_CHANGED)
        ? "The etag of this answer; it begins with that of the app."
        : "The etag of the app.";
  }

  private static Header header(String description) {
    return OASFactory.createHeader()
        .description(description)
        .schema(createSchema().addType(SchemaType.STRING));
  }

  /** Where to follow the progress of a write. */
  private static org.eclipse.microprofile.openapi.models.links.Link toStatus() {
    var link = OASFactory.createLink().operationId(Operation.GET_APP_STATUS.id());
    for (Parameter parameter : List.of(Parameter.NAMESPACE, Parameter.APP)) {
      link.addParameter(parameter.label(), "$request.path." + parameter.label());
    }
    return link;
  }
}
