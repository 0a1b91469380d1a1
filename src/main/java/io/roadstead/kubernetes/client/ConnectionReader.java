// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.client.Config;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    List<Path> listed = kubeconfigFiles();
    List<Path> found = listed.stream().filter(Files::isRegularFile).toList();
    String names = listed.stream().map(Path::toString).collect(Collectors.joining(", "));
    if (found.isEmpty()) {
      return ClusterConnection.none(
          "kubeconfig",
          "There is no kubeconfig at "
              + names
              + ": set roadstead.kubernetes.kubeconfig or KUBECONFIG to its path.");
    }
    return fromFiles(found, "the kubeconfig " + names);
  }

  /** Those that kubectl would read. */
  private List<Path> kubeconfigFiles() {
    if (config.kubeconfig().isPresent()) {
      return List.of(Path.of(config.kubeconfig().get()));
    }
    List<Path> listed =
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(environment.getOrDefault("KUBECONFIG", ""))
            .filter(path -> !path.isBlank())
            .map(Path::of)
            .toList();
    return listed.isEmpty() ? List.of(home.resolve(".kube").resolve("config")) : listed;
  }

  private ClusterConnection fromFiles(List<Path> files, String where) {
    try {
      return usable(Kubeconfig.read(files), where);
    } catch (RuntimeException e) {
      // A malformed file comes as the YAML parser's own exceptions; they may quote credentials.
      return ClusterConnection.none("kubeconfig", "Can't read " + where + ".");
    }
  }

  private static ClusterConnection fromYaml(String name, String yaml) {
    Kubeconfig read = Kubeconfig.parse(yaml);
    String context = read.currentContext();
    return new ClusterConnection(name, read.client(context), null, read.facts(context));
  }

  private ClusterConnection usable(Kubeconfig read, String where) {
    String wanted = config.context().orElse(read.currentContext());
    if (read.context(wanted) == null) {
      return ClusterConnection.none(
          "kubeconfig",
          "There is no context '%s' in %s: set roadstead.kubernetes.context to one of its contexts."
              .formatted(wanted, where));
    }
    return new ClusterConnection(wanted, read.client(wanted), null, read.facts(wanted));
  }
}
