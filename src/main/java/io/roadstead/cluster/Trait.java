// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where to look for marks of a system. Labels are read as {@code key=value}. */
public enum Trait {
  /** The API server's version. */
  VERSION("API server version", cluster -> Stream.of(cluster.version()), null),
  /** A kubelet's version. */
  KUBELET_VERSION("kubelet version", null, node -> Stream.of(node.kubeletVersion())),
  /** A label of a node. */
  NODE_LABEL(
      "node label",
      null,
      node -> node.labels().entrySet().stream().map(l -> l.getKey() + "=" + l.getValue())),
  /** The key of an annotation of a node. */
  NODE_ANNOTATION("node annotation", null, node -> node.annotations().stream()),
  /** The provider ID of a node. */
  PROVIDER_ID("node providerID", null, node -> Stream.of(node.providerId())),
  /** The operating system of a node. */
  OS_IMAGE("node osImage", null, node -> Stream.of(node.osImage())),
  /** The kernel of a node. */
  KERNEL_VERSION("node kernelVersion", null, node -> Stream.of(node.kernelVersion())),
  /** The name of a node. */
  NODE_NAME("node name", null, node -> Stream.of(node.name())),
  /** An API group that is served. */
  API_GROUP("API group", cluster -> cluster.apiGroups().stream(), null),
  /** The name of a pod in kube-system. */
  SYSTEM_POD("pod in kube-system", cluster -> cluster.systemPods().stream(), null),
  /** The key of an annotation of the API server's own pod. */
  CONTROL_PLANE_ANNOTATION(
      "annotation of the API server's pod",
      cluster -> cluster.controlPlaneAnnotations().stream(),
      null),
  /** The context of the kubeconfig. */
  CONTEXT("kubeconfig context", kubeconfig(k -> Stream.of(k.contextName())), null),
  /** The name of the kubeconfig's cluster. */
  KUBECONFIG_CLUSTER("kubeconfig cluster", kubeconfig(k -> Stream.of(k.clusterName())), null),
  /** The address of the API server. */
  SERVER("kubeconfig server", kubeconfig(k -> Stream.of(k.server())), null),
  /** The name of the kubeconfig's user. */
  USER("kubeconfig user", kubeconfig(k -> Stream.of(k.userName())), null),
  /** The command that fetches credentials, with its arguments. */
  EXEC("kubeconfig exec command", kubeconfig(Trait::execLine), null),
  /** The issuer of an auth-provider. */
  AUTH_ISSUER(
      "kubeconfig auth-provider issuer",
      kubeconfig(k -> Stream.ofNullable(k.authProviderIssuer())),
      null),
  /** The tool that signed the kubeconfig's cluster entry. */
  CLUSTER_EXTENSION(
      "kubeconfig cluster_info provider",
      kubeconfig(k -> Stream.ofNullable(k.clusterExtensionProvider())),
      null);

  private final String words;
  private final @Nullable Function<ClusterFingerprint, Stream<String>> ofCluster;
  private final @Nullable Function<NodeFingerprint, Stream<String>> ofNode;

  Trait(
      String words,
      @Nullable Function<ClusterFingerprint, Stream<String>> ofCluster,
      @Nullable Function<NodeFingerprint, Stream<String>> ofNode) {
    this.words = words;
    this.ofCluster = ofCluster;
    this.ofNode = ofNode;
  }

  /** Its display name. */
  public String words() {
    return words;
  }

  /** Its distinct values in the cluster. */
  List<String> values(ClusterFingerprint cluster) {
    Stream<String> all =
        ofCluster != null
            ? ofCluster.apply(cluster)
            : cluster.nodes().stream().flatMap(this::valuesOf);
    return all.distinct().filter(value -> !value.isEmpty()).toList();
  }

  /** Its values on one node; none for traits that do not concern nodes. */
  Stream<String> valuesOf(NodeFingerprint node) {
    return ofNode == null ? Stream.empty() : ofNode.apply(node);
  }

  /**
   * A value in a form that may be shown: a plugin's arguments and the user info of a URL may be
   * secret.
   */
  String shown(String value) {
    return switch (this) {
      case EXEC -> value.split(" ", 2)[0];
      case SERVER -> value.replaceFirst("//[^/]*@", "//");
      default -> value;
    };
  }

  boolean isAboutNodes() {
    return ofNode != null;
  }

  private static Function<ClusterFingerprint, Stream<String>> kubeconfig(
      Function<KubeconfigFacts, Stream<String>> reader) {
    return cluster ->
        cluster.kubeconfig() == null ? Stream.empty() : reader.apply(cluster.kubeconfig());
  }

  private static Stream<String> execLine(KubeconfigFacts kubeconfig) {
    String command = kubeconfig.execCommand();
    return command == null
        ? Stream.empty()
        : Stream.of((command + " " + String.join(" ", kubeconfig.execArgs())).strip());
  }
}
