// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.client.Config;
import io.roadstead.cluster.KubeconfigFacts;
import io.roadstead.kubernetes.credential.CachedCredentials;
import io.roadstead.kubernetes.credential.CredentialSource;
import io.roadstead.kubernetes.credential.TokenFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the configured connection. It only reads files, never connects, never runs plugins, and
 * reports what is missing instead of failing.
 *
 * @param config the configuration
 * @param own the cluster inside this process, if the build has one
 * @param around the environment
 */
record ConnectionReader(KubernetesConfig config, Optional<KubeconfigSource> own, Machine around) {

  ClusterConnection read() {
    return switch (config.source()) {
      case SIMULATED -> simulated();
      case KUBECONFIG -> kubeconfig();
      case IN_CLUSTER -> inCluster();
      case AUTO -> around.account().exist() ? inCluster() : kubeconfig();
    };
  }

  private ClusterConnection simulated() {
    return own.map(source -> Kubeconfig.parse(source.kubeconfig()))
        .map(read -> withContext("simulated", read.currentContext(), () -> read))
        .orElseGet(
            () ->
                ClusterConnection.none(
                    "simulated",
                    "roadstead.kubernetes.source is SIMULATED, but this build has no simulated"
                        + " cluster: set it to AUTO, KUBECONFIG or IN_CLUSTER."));
  }

  private ClusterConnection inCluster() {
    Map<String, String> environment = around.environment();
    ServiceAccountFiles account = around.account();
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
    // The client must not manage tokens, see Kubeconfig.
    result.setOauthTokenProvider(() -> null);
    var token = new TokenFile(account.token(), around.clock());
    return new ClusterConnection("in-cluster", result, null, null, cached(token));
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

  /** The files that kubectl would read. */
  private List<Path> kubeconfigFiles() {
    if (config.kubeconfig().isPresent()) {
      return List.of(Path.of(config.kubeconfig().get()));
    }
    List<Path> listed =
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(around.environment().getOrDefault("KUBECONFIG", ""))
            .filter(path -> !path.isBlank())
            .map(Path::of)
            .toList();
    return listed.isEmpty() ? List.of(around.home().resolve(".kube").resolve("config")) : listed;
  }

  private ClusterConnection fromFiles(List<Path> files, String where) {
    try {
      return usable(Kubeconfig.read(files), files, where);
    } catch (RuntimeException e) {
      // A malformed file results in exceptions of the YAML parser, which may quote credentials.
      return ClusterConnection.none("kubeconfig", "Can't read " + where + ".");
    }
  }

  private ClusterConnection usable(Kubeconfig read, List<Path> files, String where) {
    String wanted = config.context().orElse(read.currentContext());
    if (read.context(wanted) == null) {
      return ClusterConnection.none(
          "kubeconfig",
          "There is no context '%s' in %s: set roadstead.kubernetes.context to one of its contexts."
              .formatted(wanted, where));
    }
    return withContext(wanted, wanted, () -> again(read, files));
  }

  private ClusterConnection withContext(
      String name, String context, Supplier<Kubeconfig> kubeconfig) {
    Kubeconfig read = kubeconfig.get();
    KubeconfigFacts facts = read.facts(context);
    if (facts == null) {
      return ClusterConnection.none(
          name,
          "The kubeconfig's context '%s' has no cluster: write the kubeconfig again."
              .formatted(context));
    }
    String unsupported = read.unsupported(facts).problem();
    if (unsupported != null) {
      return ClusterConnection.none(name, unsupported);
    }
    Config client = read.client(context);
    var login = new Login(facts, client, kubeconfig);
    String problem = Optional.ofNullable(TlsMaterial.problem(client)).orElseGet(login::problem);
    if (problem != null) {
      return ClusterConnection.none(name, problem);
    }
    CredentialSource source = login.source(around, config.credentialTimeout());
    return new ClusterConnection(name, client, null, facts, cached(source));
  }

  private @Nullable CachedCredentials cached(@Nullable CredentialSource source) {
    return source == null ? null : new CachedCredentials(source, around.clock());
  }

  /** The current kubeconfig, or the previous one while it can't be read. */
  private static Kubeconfig again(Kubeconfig first, List<Path> files) {
    try {
      return Kubeconfig.read(files);
    } catch (RuntimeException e) {
      return first;
    }
  }
}
