// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user of an OpenID Connect provider, as in a kubeconfig.
 *
 * @param settings the configuration of its auth-provider {@code oidc}
 * @param folder the kubeconfig's directory
 */
public record OidcUser(Map<String, String> settings, Path folder) {
  public OidcUser {
    settings = Map.copyOf(settings);
  }

  /** The URL of the provider; empty when it is missing. */
  String issuer() {
    return text("idp-issuer-url");
  }

  String clientId() {
    return text("client-id");
  }

  String clientSecret() {
    return text("client-secret");
  }

  @Nullable String idToken() {
    return settings.get("id-token");
  }

  @Nullable String refreshToken() {
    return settings.get("refresh-token");
  }

  /** The provider's certificate authorities, as base64 of PEM; null for the default ones. */
  @Nullable String authorityData() {
    return settings.get("idp-certificate-authority-data");
  }

  /** The same as a file; null if there is none. */
  @Nullable String authorityFile() {
    String file = settings.get("idp-certificate-authority");
    return file == null || file.isBlank() ? null : folder.resolve(file).toString();
  }

  private String text(String name) {
    return Objects.requireNonNullElse(settings.get(name), "");
  }

  /** Secrets are omitted. */
  @Override
  public String toString() {
    return "OidcUser[" + issuer() + "]";
  }
}
