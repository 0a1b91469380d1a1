// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;

/** Returns a view in the media type that the client prefers (RFC 9110, section 12.5.1). */
final class ViewAnswer {
  static final String SVG = "image/svg+xml";
  static final String MERMAID = "text/vnd.mermaid";

  /** A picture may be opened as a separate page: it contains its styles, and needs nothing else. */
  private static final String PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  /** In the order of our own preference, which applies when the client has none. */
  private static final List<Variant> VARIANTS =
      Variant.mediaTypes(
              MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(SVG), MediaType.valueOf(MERMAID))
          .build();

  private ViewAnswer() {}

  /** The format of a view. */
  enum Format {
    FIELDS,
    SVG,
    MERMAID
  }

  static Format format(Request request) {
    Variant chosen = request.selectVariant(VARIANTS);
    if (chosen == null || chosen.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
      return Format.FIELDS;
    }
    return chosen.getMediaType().getSubtype().equals("svg+xml") ? Format.SVG : Format.MERMAID;
  }

  static Response fields(Object body) {
    return answer(body, MediaType.APPLICATION_JSON).build();
  }

  static Response svg(String picture) {
    return answer(picture, SVG + ";charset=UTF-8")
        .header("Content-Security-Policy", PICTURE_POLICY)
        .build();
  }

  static Response mermaid(String text) {
    return answer(text, MERMAID + ";charset=UTF-8").build();
  }

  /** The choice of a variant has added {@code Vary: Accept}. */
  private static Response.ResponseBuilder answer(Object body, String type) {
    return Response.ok(body, type);
  }
}
