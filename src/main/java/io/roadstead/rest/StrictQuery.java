// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.Violations;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Refuses query parameters that are not known: a {@code validateonly=true} that is ignored would be
 * a write.
 */
class StrictQuery {
  private static final List<String> WRITE = List.of("validateOnly", "force");
  private static final List<String> PAGE = List.of("pageSize", "pageToken");

  private static final Set<String> MAY_BE_EMPTY = Set.of("filter", "pageToken");

  /** By method of the resources, as in the OpenAPI document. */
  private static final Map<String, List<String>> KNOWN =
      Map.of(
          "list", List.of("filter", "pageSize", "pageToken"),
          "deploy", List.of("validateOnly", "force", "adopt"),
          "delete", List.of("foreground", "validateOnly"),
          "expose", WRITE,
          "unexpose", WRITE,
          "scale", WRITE,
          "pods", PAGE,
          "nodes", PAGE);

  @ServerRequestFilter
  void check(UriInfo uri, SimpleResourceInfo resource) {
    List<String> known = KNOWN.getOrDefault(resource.getMethodName(), List.of());
    var violations = new Violations();
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              violations.check(
                  known.contains(name), name, null, RestMessages.unknownParameter(known));
              violations.check(
                  MAY_BE_EMPTY.contains(name) || !values.contains(""),
                  name,
                  null,
                  RestMessages.NO_VALUE);
              violations.check(values.size() == 1, name, null, RestMessages.GIVEN_TWICE);
            });
    violations.throwIfAny();
  }
}
