// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.cluster.Logins;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The auth-provider {@code oidc} of a kubeconfig's user: its ID token while it is valid, then the
 * tokens obtained with its refresh token. The kubeconfig is never written; a login that was renewed
 * there is found when it is needed.
 */
public final class OidcTokens implements CredentialSource {
  private static final Duration DELTA = Duration.ofSeconds(10);

  private final Supplier<OidcUser> user;
  private final String clusterName;
  private final Clock clock;
  private final Duration timeout;

  /** The last refresh token that the provider issued; used only by the fetching thread. */
  private @Nullable String refreshToken;

  /** The kubeconfig's refresh token at that time. */
  private @Nullable String replaced;

  /**
   * @param user reads the user from the kubeconfig
   * @param clusterName for the remedy
   * @param timeout timeout of one request to the provider
   */
  public OidcTokens(Supplier<OidcUser> user, String clusterName, Clock clock, Duration timeout) {
    this.user = user;
    this.clusterName = clusterName;
    this.clock = clock;
    this.timeout = timeout;
  }

  @Override
  public Credential fetch(@Nullable Credential previous) {
    OidcUser found = user.get();
    String written = found.idToken();
    boolean refused = previous != null && Objects.equals(written, previous.token());
    if (written != null && !refused && isGood(written)) {
      return credential(written);
    }
    String token = refreshToken(found);
    if (token == null) {
      throw failed(
          "The login at %s has expired, and the kubeconfig has no refresh-token.", found, null);
    }
    return renewed(found, token);
  }

  @Override
  public String description() {
    return "the identity provider";
  }

  private boolean isGood(String token) {
    Instant expiry = JsonWebToken.expiry(token);
    return expiry == null || expiry.minus(DELTA).isAfter(clock.instant());
  }

  /** The kubeconfig's refresh token, unless the provider has replaced it since. */
  private @Nullable String refreshToken(OidcUser found) {
    String known = refreshToken;
    return known != null && Objects.equals(found.refreshToken(), replaced)
        ? known
        : found.refreshToken();
  }

  private Credential renewed(OidcUser found, String token) {
    try {
      OidcProvider.Renewed renewed = new OidcProvider(found, timeout).renew(token);
      refreshToken = Objects.requireNonNullElse(renewed.refreshToken(), token);
      replaced = found.refreshToken();
      return credential(renewed.idToken());
    } catch (OidcProvider.RefusedException e) {
      throw failed(
          "The identity provider %s does not renew the login (" + e.getMessage() + ").", found, e);
    } catch (IOException e) {
      throw AppException.of(
          ErrorCode.CLUSTER_UNAVAILABLE,
          "The login has expired, and the identity provider %s can't be reached to renew it."
              .formatted(host(found)),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AppException.of(
          ErrorCode.CLUSTER_UNAVAILABLE, "The call was interrupted; try again.", e);
    }
  }

  private AppException failed(String message, OidcUser found, @Nullable Throwable cause) {
    String text = message.formatted(host(found)) + " " + remedy(found);
    return cause == null
        ? AppException.unavailable(text, null)
        : AppException.of(ErrorCode.CLUSTER_UNAVAILABLE, text, cause);
  }

  private String remedy(OidcUser found) {
    return Logins.remedy(found.clientId(), clusterName)
        .orElse("Log in again with the tool that wrote the kubeconfig.");
  }

  private static String host(OidcUser found) {
    try {
      return Objects.requireNonNullElse(URI.create(found.issuer()).getHost(), found.issuer());
    } catch (IllegalArgumentException e) {
      return "of the kubeconfig";
    }
  }

  private static Credential credential(String token) {
    Instant expiry = JsonWebToken.expiry(token);
    return Credential.ofToken(token, expiry == null ? null : expiry.minus(DELTA));
  }
}
