// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509ExtendedKeyManager;

/** Client certificates as PEM text. */
final class PemKeys {
  private PemKeys() {}

  /**
   * The certificate chain with its key.
   *
   * @throws GeneralSecurityException when they are invalid; the message may quote the key
   */
  static X509ExtendedKeyManager read(String certificates, String key)
      throws GeneralSecurityException {
    try {
      return read(certificates, key, key.contains("BEGIN EC ") ? "EC" : "RSA");
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      // The first line of PKCS #8 does not name the algorithm.
      return readElliptic(certificates, key);
    }
  }

  private static X509ExtendedKeyManager readElliptic(String certificates, String key)
      throws GeneralSecurityException {
    try {
      return read(certificates, key, "EC");
    } catch (IOException | RuntimeException e) {
      throw new GeneralSecurityException("The key or the certificate is malformed.", e);
    }
  }

  private static X509ExtendedKeyManager read(String certificates, String key, String algorithm)
      throws GeneralSecurityException, IOException {
    KeyManager[] found =
        SSLUtils.keyManagers(stream(certificates), stream(key), algorithm, "changeit", null, "");
    return Arrays.stream(found)
        .filter(X509ExtendedKeyManager.class::isInstance)
        .map(X509ExtendedKeyManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("There is no key."));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
