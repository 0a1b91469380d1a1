// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.wire.Operation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses bodies that are not uncompressed JSON in UTF-8, before they are misread. */
class BodyFormat {
  private static final String UTF_8 = "utf-8";

  @ServerRequestFilter
  void check(ContainerRequestContext request) {
    String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
      throw unsupported(
          "The body is encoded as '%s'; send it as it is, without Content-Encoding."
              .formatted(encoding.strip()));
    }
    MediaType type = request.getMediaType();
    if (type == null) {
      if (hasBody(request)) {
        throw unsupported(
            "The body has no media type; send Content-Type: %s.".formatted(mediaType(request)));
      }
      return;
    }
    String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.equalsIgnoreCase(UTF_8)) {
      throw unsupported("The body has the charset '%s'; send JSON in UTF-8.".formatted(charset));
    }
  }

  private static String mediaType(ContainerRequestContext request) {
    return Operation.find(request.getMethod(), request.getUriInfo().getRequestUri().getRawPath())
        .map(Operation::mediaType)
        .orElse(MediaType.APPLICATION_JSON);
  }

  /** Based on the headers; the body itself is not read yet. */
  private static boolean hasBody(ContainerRequestContext request) {
    return request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null;
  }

  private static AppException unsupported(String message) {
    return AppException.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, message);
  }
}
