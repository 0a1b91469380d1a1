// SPDX-License-Identifier: Apache-2.0
package io.roadstead.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Who may call the API server: one bearer token per user, known to it by a token file, and the key
 * that signs the tokens of service accounts.
 */
record Credentials(ClusterHome home) {

  static final String ADMIN = "admin";
  static final String CONTROLLER_MANAGER = "system:kube-controller-manager";
  static final String SCHEDULER = "system:kube-scheduler";
  // There is no standard role for a player of kubelets.
  static final String KWOK = "kwok";

  private static final List<String> USERS = List.of(ADMIN, CONTROLLER_MANAGER, SCHEDULER, KWOK);

  /** Writes the files that the API server reads when it starts. */
  void write() throws IOException {
    StringBuilder tokens = new StringBuilder();
    for (String user : USERS) {
      String group = user.startsWith("system:") ? "" : ",\"system:masters\"";
      tokens.append("%s,%s,%s%s%n".formatted(UUID.randomUUID(), user, user, group));
    }
    Files.writeString(home.tokens(), tokens);
    KeyPair pair = keyPair();
    Files.writeString(home.serviceAccountKey(), pem("PRIVATE KEY", pair.getPrivate()));
    Files.writeString(home.serviceAccountPublicKey(), pem("PUBLIC KEY", pair.getPublic()));
  }

  /** Writes each user's kubeconfig; needs the certificate that the API server makes itself. */
  void writeKubeconfigs(String url) throws IOException {
    for (String user : USERS) {
      Files.writeString(kubeconfig(user), kubeconfigYaml(user, url));
    }
  }

  Path kubeconfig(String user) {
    return home.root().resolve(user.replace("system:", "") + ".kubeconfig");
  }

  private String kubeconfigYaml(String user, String url) throws IOException {
    byte[] authority = Files.readAllBytes(home.servingCertificate());
    return """
          apiVersion: v1
          kind: Config
          clusters:
            - name: real-cluster
              cluster:
                server: %s
                certificate-authority-data: %s
          users:
            - name: %s
              user:
                token: %s
          contexts:
            - name: real-cluster
              context:
                cluster: real-cluster
                user: %s
                namespace: default
          current-context: real-cluster
          """
        .formatted(url, Base64.getEncoder().encodeToString(authority), user, token(user), user);
  }

  private String token(String user) throws IOException {
    return Files.readAllLines(home.tokens()).stream()
        .map(line -> line.split(",", -1))
        .filter(fields -> fields[1].equals(user))
        .map(fields -> fields[0])
        .findFirst()
        .orElseThrow();
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String type, Key key) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(type, body);
  }
}
