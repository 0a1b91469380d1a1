// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to each operation its error responses and examples, which {@code META-INF/openapi.yaml} has
 * as components: the responses by status, the examples as {@code <operationId>Request} and {@code
 * <operationId>Response}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DocumentFilter implements OASFilter {
  private static final List<String> EVERYWHERE =
      List.of("400", "401", "403", "405", "406", "429", "500", "503", "504");
  private static final List<String> WITH_BODY = List.of("413", "415");
  private static final List<String> WRITES = List.of("409", "412");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> complete(document, method, operation, path)));
    document.getComponents().getSchemas().values().stream()
        .filter(schema -> schema.getProperties() != null)
        .flatMap(schema -> schema.getProperties().values().stream())
        .forEach(DocumentFilter::leaveTypeToReference);
  }

  /** The scanner puts the type of the value beside the reference, which would forbid null. */
  private static void leaveTypeToReference(Schema property) {
    if (property.getRef() != null || property.getAnyOf() != null) {
      property.setType(null);
    }
  }

  private static void complete(
      OpenAPI document, HttpMethod method, Operation operation, String path) {
    List<String> errors = new ArrayList<>(EVERYWHERE);
    if (path.contains("{app}")) {
      errors.add("404");
    }
    if (method != HttpMethod.GET) {
      errors.addAll(WRITES);
    }
    if (operation.getRequestBody() != null) {
      errors.addAll(WITH_BODY);
      operation.getRequestBody().setRequired(true);
      addExample(
          document,
          operation.getRequestBody().getContent(),
          operation.getOperationId() + "Request");
    }
    for (APIResponse success : operation.getResponses().getAPIResponses().values()) {
      addExample(document, success.getContent(), operation.getOperationId() + "Response");
    }
    errors.stream()
        .sorted()
        .forEach(
            status ->
                operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref("Error" + status)));
  }

  private static void addExample(OpenAPI document, Content content, String name) {
    if (content == null || !document.getComponents().getExamples().containsKey(name)) {
      return;
    }
    MediaType json = content.getMediaType("application/json");
    if (json != null) {
      json.addExample("kubia", OASFactory.createExample().ref(name));
    }
  }
}
