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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Passes every request, of both transports, through the {@link RequestGuard}. */
@ApplicationScoped
class GuardFilter {
  /** After the request log, which must show refused requests; before everything that responds. */
  private static final int FIRST_AFTER_LOG = 990;

  private static final Logger LOG = Logger.getLogger(GuardFilter.class);
  private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";
  private static final String FORWARDED_HOST = "quarkus.http.proxy.enable-forwarded-host";
  private static final String FORWARDED = "quarkus.http.proxy.allow-forwarded";
  private static final String TRUSTED = "quarkus.http.proxy.trusted-proxies";

  private final RequestGuard guard;
  private final List<RefusalRenderer> transports;

  GuardFilter(
      HttpConfig config,
      @ConfigProperty(name = "quarkus.http.cors.enabled") boolean cors,
      @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins,
      @ConfigProperty(name = FORWARDING) boolean forwarding,
      @ConfigProperty(name = FORWARDED_HOST) boolean forwardedHost,
      @ConfigProperty(name = FORWARDED) boolean forwarded,
      @ConfigProperty(name = TRUSTED) Optional<List<String>> trusted,
      @All List<RefusalRenderer> transports) {
    requireTrust(forwarding && (forwardedHost || forwarded), trusted.orElse(List.of()));
    this.guard =
        new RequestGuard(
            config.allowedHosts().orElse(List.of()),
            cors ? new CrossOrigins(origins.orElse(List.of())) : CrossOrigins.NONE);
    this.transports = transports;
  }

  /**
   * A web page can send {@code X-Forwarded-Host}, which replaces {@code Host} before the guard sees
   * it.
   */
  static void requireTrust(boolean takesForwardedHosts, List<String> trusted) {
    if (takesForwardedHosts && trusted.isEmpty()) {
      String problem =
          "With %s or %s any client can claim any host: name the proxies in %s, or set neither and let the proxy pass Host on."
              .formatted(FORWARDED_HOST, FORWARDED, TRUSTED);
      // Quarkus shows the message of an exception only below its stack trace.
      LOG.error(problem);
      throw new IllegalStateException(problem);
    }
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

  /** Over HTTP/2 there are two hosts; a proxy that is trusted may have replaced both. */
  private static RequestGuard.Request seen(HttpServerRequest request) {
    Set<String> hosts = new LinkedHashSet<>(request.headers().getAll(HttpHeaders.HOST));
    HostAndPort authority = request.authority();
    if (authority != null) {
      hosts.add(text(authority));
    }
    return new RequestGuard.Request(
        List.copyOf(hosts),
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
