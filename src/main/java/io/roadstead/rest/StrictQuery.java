// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.Violations;
import io.roadstead.wire.Operation;
import io.roadstead.wire.Parameter;
import io.roadstead.wire.Parameter.Kind;
import io.roadstead.wire.Parameter.Place;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses unknown query parameters: with an ignored {@code validateonly=true}, the write would be
 * carried out.
 */
class StrictQuery {
  @ServerRequestFilter
  void check(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    Map<String, Kind> known = known(request.getMethod(), uri.getRequestUri().getRawPath());
    var violations = new Violations();
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              violations.check(
                  known.containsKey(name),
                  name,
                  null,
                  RestMessages.unknownParameter(List.copyOf(known.keySet())));
              violations.check(
                  known.get(name) == Kind.TEXT || !values.contains(""),
                  name,
                  null,
                  RestMessages.NO_VALUE);
              violations.check(values.size() == 1, name, null, RestMessages.GIVEN_TWICE);
            });
    violations.throwIfAny();
  }

  private static Map<String, Kind> known(String method, String path) {
    return Operation.find(method.equals("HEAD") ? "GET" : method, path).stream()
        .flatMap(operation -> operation.parameters(Place.QUERY).stream())
        .collect(
            Collectors.toMap(
                Parameter::label, Parameter::kind, (one, other) -> one, LinkedHashMap::new));
  }
}
