// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Serves docs/errors.md at the address that the {@code type} of a problem refers to. */
@Path("/errors")
public class ErrorsResource {
  private static final String MARKDOWN = "text/markdown";
  private static final String DOCUMENT = Page.text("errors.md");
  private static final String PAGE = Page.html("Errors of Roadstead", html());

  @GET
  @Produces({MARKDOWN, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response errors(@Context Request request) {
    return Page.answer(request, PAGE, MARKDOWN, DOCUMENT);
  }

  private static String html() {
    return HtmlRenderer.builder()
        .attributeProviderFactory(
            context ->
                (node, tag, attributes) -> {
                  if (node instanceof Heading && node.getFirstChild() instanceof Text text) {
                    attributes.put("id", text.getLiteral().toLowerCase(Locale.ROOT));
                  }
                })
        .build()
        .render(Parser.builder().build().parse(DOCUMENT));
  }
}
