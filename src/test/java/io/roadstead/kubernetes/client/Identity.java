// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Base64;

/**
 * A self-signed certificate with its key, made by the JDK's own keytool: one for 127.0.0.1 if it is
 * a server's, else one that tells the client's name.
 */
record Identity(KeyStore store) {
  private static final String PASSWORD = "changeit";
  private static final String ALIAS = "it";

  /** Where PKCS #1 begins in the PKCS #8 of an RSA key of 2048 bits. */
  private static final int PKCS1_OFFSET = 26;

  static Identity of(String name, String algorithm) {
    try {
      Path folder = Files.createTempDirectory("identity");
      Path file = folder.resolve("store.p12");
      run(name, algorithm, file);
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream stream = Files.newInputStream(file)) {
        store.load(stream, PASSWORD.toCharArray());
      }
      Files.delete(file);
      Files.delete(folder);
      return new Identity(store);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(String name, String algorithm, Path file) throws IOException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=IP:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!Files.exists(file)) {
      throw new IOException(said);
    }
  }

  Certificate certificate() {
    try {
      return store.getCertificate(ALIAS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String certificatePem() {
    try {
      return pem("CERTIFICATE", certificate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key in PKCS #8, which names no algorithm. */
  String keyPem() {
    return pem("PRIVATE KEY", key().getEncoded());
  }

  /** The key as kubeadm and its kin write it. */
  String rsaKeyPem() {
    byte[] encoded = key().getEncoded();
    return pem("RSA PRIVATE KEY", Arrays.copyOfRange(encoded, PKCS1_OFFSET, encoded.length));
  }

  private Key key() {
    try {
      return store.getKey(ALIAS, PASSWORD.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  char[] password() {
    return PASSWORD.toCharArray();
  }

  private static String pem(String type, byte[] content) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(type, text);
  }
}
