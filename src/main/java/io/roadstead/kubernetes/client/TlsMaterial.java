// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** The certificates and the key of a configuration. */
final class TlsMaterial {
  private TlsMaterial() {}

  /** What can't be used, with the remedy; null when everything can. */
  static @Nullable String problem(Config config) {
    try {
      SSLUtils.trustManagers(config);
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      return unreadable("certificate authority", config.getCaCertFile());
    }
    try {
      keys(config);
      return null;
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      return unreadable(
          "client certificate or its key", config.getClientCertFile(), config.getClientKeyFile());
    }
  }

  /** The trusted certificate authorities, for a configuration without a {@link #problem}. */
  static TrustManager[] authorities(Config config) {
    try {
      return SSLUtils.trustManagers(config);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("The certificate authority can't be read.", e);
    }
  }

  /** The client certificate with its key; null if there is none. */
  static @Nullable X509ExtendedKeyManager clientKeys(Config config) {
    try {
      return keys(config);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("The client certificate can't be read.", e);
    }
  }

  private static @Nullable X509ExtendedKeyManager keys(Config config)
      throws GeneralSecurityException, IOException {
    try {
      return extended(config);
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      if ("EC".equals(config.getClientKeyAlgo())) {
        throw e;
      }
      // The client assumes that a PKCS #8 key, whose first line does not name the algorithm, is
      // RSA.
      config.setClientKeyAlgo("EC");
      return extended(config);
    }
  }

  private static @Nullable X509ExtendedKeyManager extended(Config config)
      throws GeneralSecurityException, IOException {
    var found = SSLUtils.keyManagers(config);
    return found == null
        ? null
        : Arrays.stream(found)
            .filter(X509ExtendedKeyManager.class::isInstance)
            .map(X509ExtendedKeyManager.class::cast)
            .findFirst()
            .orElse(null);
  }

  private static String unreadable(String what, @Nullable String... files) {
    String where = String.join(" and ", Arrays.stream(files).filter(file -> file != null).toList());
    return "The %s of the kubeconfig can't be read%s: write the kubeconfig again with the tool that made it."
        .formatted(what, where.isEmpty() ? "" : " (" + where + ")");
  }
}
