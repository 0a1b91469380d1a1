// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Marks responses that are only a preview of a write. */
class ValidateOnlyMark {
  static final String HEADER = "Validate-Only";

  private static final int FIRST_REDIRECTION = 300;

  @ServerResponseFilter
  void mark(ContainerRequestContext request, ContainerResponseContext response) {
    String asked = request.getUriInfo().getQueryParameters().getFirst("validateOnly");
    if ("true".equals(asked) && response.getStatus() < FIRST_REDIRECTION) {
      response.getHeaders().putSingle(HEADER, "true");
    }
  }
}
