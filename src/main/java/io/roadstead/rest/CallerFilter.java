// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.Caller;
import io.roadstead.identity.CallerResolver;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Resolves the caller of each request before anything else is processed. */
class CallerFilter {
  private final CallerResolver callers;

  CallerFilter(CallerResolver callers) {
    this.callers = callers;
  }

  @ServerRequestFilter(preMatching = true)
  void resolve(ContainerRequestContext request) {
    Caller caller = callers.resolve(request.getHeaders().keySet());
    request.setSecurityContext(new Resolved(caller, request.getSecurityContext()));
  }

  /** The caller of a request that has passed this filter. */
  static Caller of(SecurityContext security) {
    if (security.getUserPrincipal() instanceof CallerPrincipal principal) {
      return principal.caller();
    }
    throw new IllegalStateException("The request has not passed the CallerFilter");
  }

  private record CallerPrincipal(Caller caller) implements Principal {
    @Override
    public String getName() {
      return caller.name();
    }
  }

  private record Resolved(Caller caller, SecurityContext before) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return new CallerPrincipal(caller);
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return before.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
      return "";
    }
  }
}
