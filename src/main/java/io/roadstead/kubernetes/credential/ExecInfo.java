// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.NamedExtension;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The input of a plugin: the variable KUBERNETES_EXEC_INFO. */
final class ExecInfo {
  static final String VARIABLE = "KUBERNETES_EXEC_INFO";
  private static final String CONFIG_EXTENSION = "client.authentication.k8s.io/exec";

  private ExecInfo() {}

  /**
   * The variable's value.
   *
   * @param cluster the cluster information to pass; null for none
   */
  static String of(String apiVersion, @Nullable Cluster cluster) {
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.put("apiVersion", apiVersion);
    info.put("kind", "ExecCredential");
    ObjectNode spec = info.putObject("spec");
    spec.put("interactive", false);
    if (cluster != null) {
      describe(cluster, spec.putObject("cluster"));
    }
    return info.toString();
  }

  private static void describe(Cluster cluster, ObjectNode to) {
    to.put("server", cluster.getServer());
    if (cluster.getTlsServerName() != null) {
      to.put("tls-server-name", cluster.getTlsServerName());
    }
    if (Boolean.TRUE.equals(cluster.getInsecureSkipTlsVerify())) {
      to.put("insecure-skip-tls-verify", true);
    }
    String authority = authority(cluster);
    if (authority != null) {
      to.put("certificate-authority-data", authority);
    }
    if (cluster.getProxyUrl() != null) {
      to.put("proxy-url", cluster.getProxyUrl());
    }
    Objects.requireNonNullElse(cluster.getExtensions(), List.<NamedExtension>of()).stream()
        .filter(extension -> CONFIG_EXTENSION.equals(extension.getName()))
        .forEach(
            extension ->
                to.set("config", Serialization.jsonMapper().valueToTree(extension.getExtension())));
  }

  private static @Nullable String authority(Cluster cluster) {
    if (cluster.getCertificateAuthorityData() != null
        || cluster.getCertificateAuthority() == null) {
      return cluster.getCertificateAuthorityData();
    }
    try {
      byte[] file = Files.readAllBytes(Path.of(cluster.getCertificateAuthority()));
      return Base64.getEncoder().encodeToString(file);
    } catch (IOException e) {
      return null;
    }
  }
}
