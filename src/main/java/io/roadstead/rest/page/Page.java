// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.page;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What pages have in common: a frame, a style, and another format for clients that are not
 * browsers.
 */
final class Page {
  /** No external resources are loaded, and no site can show the page in a frame. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'";

  private static final String FRAME = text("frame.html");

  private Page() {}

  static String html(String title, String body) {
    return FRAME.replace("{title}", title).replace("{body}", body);
  }

  /**
   * The page for browsers, the other format for all other clients, including those without a
   * preference.
   */
  static Response answer(Request request, String html, String otherType, Object other) {
    List<Variant> variants =
        Variant.mediaTypes(MediaType.valueOf(otherType), MediaType.TEXT_HTML_TYPE).build();
    Variant chosen = request.selectVariant(variants);
    if (chosen != null && chosen.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE)) {
      return Response.ok(html, MediaType.TEXT_HTML + ";charset=UTF-8")
          .header("Content-Security-Policy", POLICY)
          .build();
    }
    return Response.ok(other, otherType + ";charset=UTF-8").build();
  }

  /** A file next to this class. */
  static String text(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The file " + name + " is missing in this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
