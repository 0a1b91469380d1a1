// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import io.roadstead.cluster.KubeconfigFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One or more kubeconfig files merged as kubectl does: the first of several entries with the same
 * name wins, and so does the first current context. Paths in a file are relative to its directory.
 */
record Kubeconfig(List<io.fabric8.kubernetes.api.model.Config> files) {

  /**
   * Reads the files; a malformed one results in an exception of the parser, which may quote
   * secrets.
   */
  static Kubeconfig read(List<Path> files) {
    return new Kubeconfig(
        files.stream().map(file -> KubeConfigUtils.parseConfig(file.toFile())).toList());
  }

  static Kubeconfig parse(String yaml) {
    return new Kubeconfig(List.of(KubeConfigUtils.parseConfigFromString(yaml)));
  }

  /** The first current context; empty when no file has one. */
  String currentContext() {
    return files.stream()
        .map(io.fabric8.kubernetes.api.model.Config::getCurrentContext)
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .orElse("");
  }

  /** The context with that name; null if there is none. */
  @Nullable Context context(String name) {
    return entries(io.fabric8.kubernetes.api.model.Config::getContexts)
        .filter(entry -> name.equals(entry.getName()) && entry.getContext() != null)
        .map(NamedContext::getContext)
        .findFirst()
        .orElse(null);
  }

  /** The cluster with that name; null if there is none. */
  @Nullable Cluster cluster(@Nullable String name) {
    return entries(io.fabric8.kubernetes.api.model.Config::getClusters)
        .filter(entry -> Objects.equals(name, entry.getName()) && entry.getCluster() != null)
        .map(NamedCluster::getCluster)
        .findFirst()
        .orElse(null);
  }

  /** The user with that name; null if there is none. */
  @Nullable AuthInfo user(@Nullable String name) {
    return entries(io.fabric8.kubernetes.api.model.Config::getUsers)
        .filter(entry -> Objects.equals(name, entry.getName()) && entry.getUser() != null)
        .map(NamedAuthInfo::getUser)
        .findFirst()
        .orElse(null);
  }

  /** The facts about an existing context; null when the context's cluster is missing. */
  @Nullable KubeconfigFacts facts(String contextName) {
    Context context = Objects.requireNonNull(context(contextName));
    Cluster cluster = cluster(context.getCluster());
    if (cluster == null) {
      return null;
    }
    String userName = Objects.requireNonNullElse(context.getUser(), "");
    return FactsReader.facts(contextName, context.getCluster(), cluster, userName, user(userName));
  }

  /** The fields of a context's cluster and user that this service does not support. */
  UnsupportedFields unsupported(KubeconfigFacts facts) {
    Cluster cluster = Objects.requireNonNull(cluster(facts.clusterName()));
    return new UnsupportedFields(facts, cluster, user(facts.userName()));
  }

  /**
   * The client's configuration for an existing context. The client must not manage tokens: by
   * default, it runs plugins in a shell and without a timeout, reads the kubeconfig again every
   * minute and writes to it.
   */
  Config client(String contextName) {
    Config result = Config.empty();
    result.setOauthTokenProvider(() -> null);
    KubeConfigUtils.merge(
        result, contextName, files.toArray(io.fabric8.kubernetes.api.model.Config[]::new));
    result.setAuthProvider(null);
    followProxy(result);
    return result;
  }

  /**
   * The client uses an HTTP proxy only for API servers without TLS, and connects directly to all
   * others; kubectl uses it for all.
   */
  private static void followProxy(Config client) {
    String proxy = client.getHttpsProxy() != null ? client.getHttpsProxy() : client.getHttpProxy();
    client.setHttpsProxy(proxy);
    client.setHttpProxy(proxy);
  }

  /** The files contain credentials, so they are omitted. */
  @Override
  public String toString() {
    return "Kubeconfig[" + currentContext() + "]";
  }

  private <E> Stream<E> entries(
      Function<io.fabric8.kubernetes.api.model.Config, @Nullable List<E>> part) {
    return files.stream()
        .flatMap(file -> Stream.ofNullable(part.apply(file)).flatMap(List::stream));
  }
}
