// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request is accepted from its origin. Callers are not authenticated yet, and a
 * web page can send requests to loopback addresses: directly, and under a name of its own by DNS
 * rebinding. Both show in the headers that browsers set.
 */
final class RequestGuard {
  /** Paths that kubelets and Prometheus request; they address a pod by its IP. */
  private static final Pattern PROBES =
      Pattern.compile("/q/health(/[a-z]{1,20})?|/q/metrics|/grpc\\.health\\.v1\\.Health/Check");

  private static final String REMEDY =
      "add it to the property roadstead.http.allowed-hosts if clients are to use it";

  private final List<Authority> allowed;
  private final CrossOrigins crossOrigins;

  /** The properties name hosts and origins; a malformed value prevents the start. */
  RequestGuard(List<String> allowedHosts, CrossOrigins crossOrigins) {
    this.allowed = allowedHosts.stream().map(RequestGuard::configured).toList();
    this.crossOrigins = crossOrigins;
  }

  private static Authority configured(String host) {
    return Authority.parse(host.strip())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "roadstead.http.allowed-hosts has '%s', which is neither a host nor host:port"
                        .formatted(host)));
  }

  /** Why a request is refused; empty when it is accepted. */
  Optional<String> refusal(Request request) {
    if (request.hosts().isEmpty()) {
      return Optional.of("The request does not say which host it is for: send the header Host.");
    }
    if (!request.hosts().stream().allMatch(host -> isOurs(host, request.path()))) {
      return Optional.of(
          "This service is not known as '%s': %s."
              .formatted(
                  request.hosts().stream().map(Printable::of).collect(Collectors.joining("', '")),
                  REMEDY));
    }
    String origin = request.origin();
    if (origin != null) {
      return isKnown(origin, request)
          ? Optional.empty()
          : Optional.of(
              "Web pages of '%s' may not use this service: allow that with quarkus.http.cors.enabled and quarkus.http.cors.origins."
                  .formatted(Printable.of(origin)));
    }
    return "cross-site".equalsIgnoreCase(request.fetchSite())
        ? Optional.of(
            "Web pages of other sites may not use this service; those that quarkus.http.cors.origins allows must send their origin (in HTML: crossorigin).")
        : Optional.empty();
  }

  private boolean isOurs(String host, String path) {
    return Authority.parse(host)
        .filter(
            authority ->
                authority.isLoopback()
                    || isAllowed(authority)
                    || (authority.isAddress() && PROBES.matcher(path).matches()))
        .isPresent();
  }

  private boolean isAllowed(Authority host) {
    return allowed.stream()
        .anyMatch(
            known ->
                known.host().equals(host.host())
                    && (known.port() < 0 || known.port() == host.port()));
  }

  private boolean isKnown(String origin, Request request) {
    if (crossOrigins.allow(origin)) {
      return true;
    }
    URI page;
    try {
      page = URI.create(origin);
    } catch (IllegalArgumentException e) {
      return false;
    }
    String authority = page.getRawAuthority();
    Authority from = authority == null ? null : Authority.parse(authority).orElse(null);
    if (from == null) {
      return false;
    }
    int defaultPort = "https".equals(page.getScheme()) ? 443 : 80;
    return request.hosts().stream()
        .flatMap(host -> Authority.parse(host).stream())
        .anyMatch(host -> host.sameAs(from, defaultPort));
  }

  /**
   * The parts of a request that the guard checks.
   *
   * @param hosts every host that the request names, usually one
   * @param path its path
   * @param origin {@code Origin}, which browsers send with requests of scripts
   * @param fetchSite {@code Sec-Fetch-Site}, which browsers send with every request
   */
  record Request(
      List<String> hosts, String path, @Nullable String origin, @Nullable String fetchSite) {}
}
