// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import java.time.Instant;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * What the API server knows a caller by.
 *
 * @param token the bearer token; null for none
 * @param keys the client certificate with its key; null for none
 * @param expiry when it ends to be good; null when that is not known
 */
public record Credential(
    @Nullable String token, @Nullable X509ExtendedKeyManager keys, @Nullable Instant expiry) {

  /** One that is a token alone. */
  public static Credential ofToken(@Nullable String token, @Nullable Instant expiry) {
    return new Credential(token, null, expiry);
  }

  /** Secrets stay out. */
  @Override
  public String toString() {
    return "Credential[expiry=" + expiry + "]";
  }
}
