// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Passes every request, of both transports, through the {@link RequestGuard}. */
@ApplicationScoped
class GuardFilter {
  /** After the request log, which must show refused requests; before everything that responds. */
  private static final int FIRST_AFTER_LOG = 990;

  private final RequestGuard guard;
  private final List<RefusalRenderer> transports;

  GuardFilter(
      HttpConfig config,
      @ConfigProperty(name = "quarkus.http.cors.enabled") boolean cors,
      @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins,
      @All List<RefusalRenderer> transports) {
    this.guard =
        new RequestGuard(
            config.allowedHosts().orElse(List.of()),
            cors ? new CrossOrigins(origins.orElse(List.of())) : CrossOrigins.NONE);
    this.transports = transports;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST_AFTER_LOG);
  }

  private void check(RoutingContext request) {
    guard
        .refusal(seen(request.request()))
        .ifPresentOrElse(message -> refuse(request, message), request::next);
  }

  private void refuse(RoutingContext request, String message) {
    transports.stream()
        .filter(transport -> transport.serves(request))
        .findFirst()
        .orElseThrow()
        .refuse(request, message);
  }

  /**
   * {@code Host} is checked even when a proxy's {@code X-Forwarded-Host} has replaced it, because a
   * page can set the latter.
   */
  private static RequestGuard.Request seen(HttpServerRequest request) {
    List<String> hosts = new ArrayList<>(request.headers().getAll(HttpHeaders.HOST));
    HostAndPort authority = request.authority();
    if (authority != null) {
      hosts.add(text(authority));
    }
    return new RequestGuard.Request(
        hosts,
        request.path(),
        request.getHeader(HttpHeaders.ORIGIN),
        request.getHeader("Sec-Fetch-Site"));
  }

  private static String text(HostAndPort authority) {
    String host = authority.host();
    String bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return authority.port() < 0 ? bracketed : bracketed + ":" + authority.port();
  }
}
