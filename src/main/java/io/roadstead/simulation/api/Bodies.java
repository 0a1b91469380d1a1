// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.api.protobuf.ProtobufBody;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.ResourceKind;

/** Reads the bodies of writes, by content type. */
final class Bodies {
  private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";

  private Bodies() {}

  /** The document that was sent, as JSON or YAML. */
  static ObjectNode read(ApiRequest request) {
    String type = mediaType(request.contentType());
    return switch (type) {
      case "", "application/json" -> Json.readObject(request.body(), false);
      case "application/yaml" -> Json.readObject(request.body(), true);

      case PROTOBUF -> readProtobuf(request.body());
      default -> throw unsupported();
    };
  }

  /** Commands such as {@code kubectl create deployment} send only this type. */
  private static ObjectNode readProtobuf(byte[] body) {
    try {
      return ProtobufBody.read(body).orElseThrow(() -> unsupported());
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("the body can't be parsed: " + e.getMessage());
    }
  }

  /** The document that was sent, which must be of the kind the URL names. */
  static ObjectNode read(ApiRequest request, ResourceKind kind) {
    ObjectNode body = read(request);
    checkType(body, kind);
    return body;
  }

  static void checkType(ObjectNode body, ResourceKind kind) {
    String sentKind = body.path("kind").asText(kind.kind());
    String sentVersion = body.path("apiVersion").asText(kind.apiVersion());
    if (!sentKind.equals(kind.kind()) || !sentVersion.equals(kind.apiVersion())) {
      throw ApiException.badRequest(
          "%s in version \"%s\" cannot be handled as a %s: the API version in the data (%s) does not match the expected API version (%s)"
              .formatted(sentKind, sentVersion, kind.kind(), sentVersion, kind.apiVersion()));
    }
  }

  static String mediaType(String contentType) {
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).trim();
  }

  private static ApiException unsupported() {
    return ApiException.of(
        415,
        "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include:"
            + " application/json, application/yaml, application/vnd.kubernetes.protobuf");
  }
}
