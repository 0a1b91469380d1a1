// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Adds the credential to each request, and a new one to a request that was refused with 401, which
 * is then sent once more. A request that was refused with a caller's own token is not repeated:
 * with this service's token, it would act with permissions that the caller does not have.
 */
public final class CredentialInterceptor implements Interceptor {
  private static final int UNAUTHORIZED = 401;
  private static final String AUTHORIZATION = "Authorization";
  private static final String BEARER = "Bearer ";
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);

  private final CachedCredentials credentials;
  private final RotatingKeys keys;

  /**
   * @param keys provides the certificate for the client's TLS
   */
  public CredentialInterceptor(CachedCredentials credentials, RotatingKeys keys) {
    this.credentials = credentials;
    this.keys = keys;
  }

  /** A call with its own token keeps it. */
  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    if (request.header(AUTHORIZATION) != null) {
      return;
    }
    use(credentials.get(patience(tags)), builder);
  }

  /** Runs on the client's event loop, so it must not block. */
  @Override
  public CompletableFuture<Boolean> afterFailure(
      BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
    if (response.code() != UNAUTHORIZED) {
      return CompletableFuture.completedFuture(false);
    }
    String refused = token(response.request());
    return credentials
        .renew(refused)
        .thenApply(renewed -> renewed.isPresent() && usedIfNew(refused, renewed.get(), builder));
  }

  private static @Nullable String token(HttpRequest request) {
    String header = request.header(AUTHORIZATION);
    return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
  }

  private boolean usedIfNew(@Nullable String refused, Credential renewed, BasicBuilder builder) {
    if (renewed.keys() == null && Objects.equals(refused, renewed.token())) {
      return false;
    }
    use(renewed, builder);
    return true;
  }

  private void use(Credential credential, BasicBuilder builder) {
    if (credential.token() != null) {
      builder.setHeader(AUTHORIZATION, BEARER + credential.token());
    }
    if (credential.keys() == null) {
      return;
    }
    keys.use(credential.keys());
    // A connection keeps its initial certificate, and the client can't drop pooled connections:
    // with one request per connection, a new certificate is used as soon as it is available.
    if (!(builder instanceof WebSocket.Builder)) {
      builder.setHeader("Connection", "close");
    }
  }

  private static Duration patience(RequestTags tags) {
    RequestConfig call = tags.getTag(RequestConfig.class);
    Integer millis = call == null ? null : call.getRequestTimeout();
    return millis == null || millis <= 0 ? USUAL_PATIENCE : Duration.ofMillis(millis);
  }
}
