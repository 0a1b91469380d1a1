// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import io.roadstead.kubernetes.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint of an OpenID Connect provider.
 *
 * @param user the user of the provider
 * @param timeout timeout of each of its two requests
 */
record OidcProvider(OidcUser user, Duration timeout) {
  private static final int OK = 200;

  /**
   * The provider's response.
   *
   * @param idToken the new token
   * @param refreshToken the next refresh token; null when it is unchanged
   */
  record Renewed(String idToken, @Nullable String refreshToken) {
    /** Secrets are omitted. */
    @Override
    public String toString() {
      return "Renewed";
    }
  }

  /** A refusal by the provider; the message is its error code. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /**
   * Renews a login. Blocking.
   *
   * @throws IOException when the provider can't be reached or its response is invalid
   */
  Renewed renew(String refreshToken) throws IOException, InterruptedException, RefusedException {
    HttpClient client = client();
    URI endpoint = endpoint(client);
    HttpResponse<String> answer = post(client, endpoint, refreshToken, true);
    if (answer.statusCode() != OK && "invalid_client".equals(code(answer))) {
      // Some providers want the client's secret in the body.
      answer = post(client, endpoint, refreshToken, false);
    }
    if (answer.statusCode() != OK) {
      throw new RefusedException("HTTP %d %s".formatted(answer.statusCode(), code(answer)).strip());
    }
    return renewed(json(answer));
  }

  private static Renewed renewed(JsonNode answer) throws RefusedException {
    String idToken = answer.path("id_token").asText();
    if (idToken.isEmpty()) {
      throw new RefusedException("its answer has no id_token");
    }
    String next = answer.path("refresh_token").asText();
    return new Renewed(idToken, next.isEmpty() ? null : next);
  }

  private HttpClient client() throws IOException {
    var builder = HttpClient.newBuilder().connectTimeout(timeout);
    if (user.authorityData() == null && user.authorityFile() == null) {
      return builder.build();
    }
    try {
      var trusted =
          SSLUtils.trustManagers(user.authorityData(), user.authorityFile(), false, null, null);
      return builder.sslContext(SSLUtils.sslContext(null, trusted)).build();
    } catch (GeneralSecurityException e) {
      throw new IOException("The provider's certificate authority can't be read.", e);
    }
  }

  private URI endpoint(HttpClient client) throws IOException, InterruptedException {
    String issuer = user.issuer().replaceFirst("/+$", "");
    HttpRequest request = request(issuer + "/.well-known/openid-configuration").GET().build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    String endpoint = json(answer).path("token_endpoint").asText();
    boolean safe = endpoint.startsWith("https:") || issuer.startsWith("http:");
    if (answer.statusCode() != OK || endpoint.isEmpty() || !safe) {
      throw new IOException("The provider names no token endpoint.");
    }
    return URI.create(endpoint);
  }

  private HttpResponse<String> post(
      HttpClient client, URI endpoint, String refreshToken, boolean secretInHeader)
      throws IOException, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken);
    HttpRequest.Builder request = request(endpoint.toString());
    if (secretInHeader && !user.clientSecret().isEmpty()) {
      request.header("Authorization", "Basic " + basic());
    } else {
      form.put("client_id", user.clientId());
      form.put("client_secret", user.clientSecret());
    }
    form.values().removeIf(String::isEmpty);
    request.header("Content-Type", "application/x-www-form-urlencoded");
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return client.send(
        request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Both parts are form-encoded first (RFC 6749, 2.3.1). */
  private String basic() {
    String pair = encoded(user.clientId()) + ":" + encoded(user.clientSecret());
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String uri) throws IOException {
    try {
      return HttpRequest.newBuilder(URI.create(uri))
          .timeout(timeout)
          .header("Accept", "application/json");
    } catch (IllegalArgumentException e) {
      throw new IOException("The provider's URL is malformed.", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The OAuth error code if it is a known one; otherwise empty. */
  private static String code(HttpResponse<String> answer) {
    String code = json(answer).path("error").asText();
    return code.matches("[a-z_]{1,40}") ? code : "";
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return Json.MAPPER.readTree(answer.body());
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
