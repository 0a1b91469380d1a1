// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Lists the links of the service at its root address, as a page or as JSON. */
@Path("/")
public class StartResource {
  private static final Map<String, Link> LINKS = links();
  private static final String PAGE =
      Page.html("Roadstead", Page.text("start.html").replace("{links}", list()));

  @GET
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response start(@Context Request request) {
    var addresses = new LinkedHashMap<String, String>();
    LINKS.forEach((name, link) -> addresses.put(name, link.address()));
    // Not Map.of, whose order differs between processes.
    var start = new LinkedHashMap<String, Object>();
    start.put("name", "Roadstead");
    start.put("links", addresses);
    return Page.answer(request, PAGE, MediaType.APPLICATION_JSON, start);
  }

  private static Map<String, Link> links() {
    var links = new LinkedHashMap<String, Link>();
    links.put("apps", new Link("/v1/namespaces/-/apps", "The apps of every namespace"));
    links.put("cluster", new Link("/v1/cluster", "The cluster"));
    links.put("swaggerUi", new Link("/q/swagger-ui/", "Try the REST API out (Swagger UI)"));
    links.put("openapi", new Link("/q/openapi", "The REST API as OpenAPI"));
    links.put("errors", new Link("/errors", "Errors: what they mean, and what to do"));
    links.put("health", new Link("/q/health", "Health"));
    links.put("metrics", new Link("/q/metrics", "Metrics"));
    return links;
  }

  private static String list() {
    return LINKS.values().stream()
        .map(
            link ->
                "<li><a href=\"%s\">%s</a> <code>%s</code></li>"
                    .formatted(relative(link), link.text(), link.address()))
        .collect(Collectors.joining("\n"));
  }

  /** So that links work behind a proxy that serves the service under a path prefix. */
  private static String relative(Link link) {
    return link.address().substring(1);
  }

  private record Link(String address, String text) {}
}
