// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import java.time.Instant;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * A credential for the API server.
 *
 * @param token the bearer token; null for none
 * @param keys the client certificate with its key; null if there is none
 * @param expiry when it expires; null when unknown
 */
public record Credential(
    @Nullable String token, @Nullable X509ExtendedKeyManager keys, @Nullable Instant expiry) {

  /** A credential with only a token. */
  public static Credential ofToken(@Nullable String token, @Nullable Instant expiry) {
    return new Credential(token, null, expiry);
  }

  /** Secrets are omitted. */
  @Override
  public String toString() {
    return "Credential[expiry=" + expiry + "]";
  }
}
