// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the configured connection. It reads files only, never connects, and reports what is missing
 * instead of failing.
 *
 * @param config what is configured
 * @param own the cluster of this process, if the build has one
 * @param environment the environment variables
 * @param home the user's home folder
 * @param account the mounted service account
 */
record ConnectionReader(
    KubernetesConfig config,
    Optional<KubeconfigSource> own,
    Map<String, String> environment,
    Path home,
    ServiceAccountFiles account) {

  ClusterConnection read() {
    return switch (config.source()) {
      case SIMULATED -> simulated();
      case KUBECONFIG -> kubeconfig();
      case IN_CLUSTER -> inCluster();
      case AUTO -> account.exist() ? inCluster() : kubeconfig();
    };
  }

  private ClusterConnection simulated() {
    return own.map(source -> fromYaml("simulated", source.kubeconfig()))
        .orElseGet(
            () ->
                ClusterConnection.none(
                    "simulated",
                    "roadstead.kubernetes.source is SIMULATED, but this build has no simulated"
                        + " cluster: set it to AUTO, KUBECONFIG or IN_CLUSTER."));
  }

  private ClusterConnection inCluster() {
    String host = environment.get("KUBERNETES_SERVICE_HOST");
    if (host == null || !account.exist()) {
      return ClusterConnection.none(
          "in-cluster",
          "roadstead.kubernetes.source is IN_CLUSTER, but there is no service account in "
              + account.folder()
              + " or no KUBERNETES_SERVICE_HOST: run in a pod with automountServiceAccountToken, or"
              + " set the source to KUBECONFIG.");
    }
    String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
    Config result = Config.empty();
    result.setMasterUrl("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    result.setCaCertFile(account.certificate().toString());
    result.setOauthTokenProvider(account::token);
    return new ClusterConnection("in-cluster", result, null);
  }

  private ClusterConnection kubeconfig() {
    Path file = kubeconfigFile();
    if (!Files.isRegularFile(file)) {
      return ClusterConnection.none(
          "kubeconfig",
          "There is no kubeconfig at "
              + file
              + ": set roadstead.kubernetes.kubeconfig or KUBECONFIG to its path.");
    }
    return fromFile(file);
  }

  private Path kubeconfigFile() {
    Optional<String> listed =
        Optional.ofNullable(environment.get("KUBECONFIG"))
            .map(paths -> paths.split(java.io.File.pathSeparator, 2)[0])
            .filter(path -> !path.isBlank());
    return config
        .kubeconfig()
        .or(() -> listed)
        .map(Path::of)
        .orElseGet(() -> home.resolve(".kube").resolve("config"));
  }

  private ClusterConnection fromFile(Path file) {
    @Nullable String context = config.context().orElse(null);
    try {
      Config found = Config.fromKubeconfig(context, file.toFile());
      return usable(found, "the kubeconfig " + file);
    } catch (RuntimeException e) {
      // A malformed file comes as the YAML parser's own exceptions; they may quote credentials.
      return ClusterConnection.none("kubeconfig", "The kubeconfig " + file + " can't be read.");
    }
  }

  private static ClusterConnection fromYaml(String name, String yaml) {
    return new ClusterConnection(name, Config.fromKubeconfig(yaml), null);
  }

  private ClusterConnection usable(Config found, String where) {
    NamedContext current = found.getCurrentContext();
    String wanted = config.context().orElse(current == null ? "" : current.getName());
    if (current == null || !wanted.equals(current.getName())) {
      return ClusterConnection.none(
          "kubeconfig",
          "There is no context '%s' in %s: set roadstead.kubernetes.context to one of its contexts."
              .formatted(wanted, where));
    }
    return new ClusterConnection(current.getName(), found, null);
  }
}
