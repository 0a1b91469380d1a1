// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.Violations;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a condition that is sent in several headers, because only the first would be used. */
class RepeatedConditions {
  private static final List<String> CONDITIONS =
      List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH);

  @ServerRequestFilter
  void check(ContainerRequestContext request) {
    var violations = new Violations();
    for (String name : CONDITIONS) {
      List<String> values = request.getHeaders().get(name);
      violations.check(
          values == null || values.size() < 2,
          name,
          values == null ? "" : String.join(", ", values),
          "is sent in several headers; send one, in which commas separate the etags");
    }
    violations.throwIfAny();
  }
}
