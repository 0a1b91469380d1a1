// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clusters that tests make up, each with the signs that the test is about. */
final class Clusters {
  static final String CONTROL_PLANE = "node-role.kubernetes.io/control-plane";
  static final String CRI_SOCKET = "kubeadm.alpha.kubernetes.io/cri-socket";
  static final String API_SERVER =
      "kubeadm.kubernetes.io/kube-apiserver.advertise-address.endpoint";

  private String version = "";
  private List<NodeFingerprint> nodes = List.of();
  private @Nullable String nodesProblem;
  private Set<String> groups = Set.of();
  private Set<String> pods = Set.of();
  private Set<String> controlPlane = Set.of();
  private @Nullable KubeconfigFacts kubeconfig;

  private Clusters() {}

  static Clusters of(Node... nodes) {
    var cluster = new Clusters();
    cluster.nodes = Arrays.stream(nodes).map(Node::build).toList();
    return cluster;
  }

  static Clusters withoutNodes(String problem) {
    var cluster = new Clusters();
    cluster.nodesProblem = problem;
    return cluster;
  }

  static Node node(String name) {
    return new Node(name);
  }

  static KubeconfigFacts kubeconfig(String context, String cluster, String server, String user) {
    return new KubeconfigFacts(context, cluster, server, user, null, List.of(), null, null);
  }

  Clusters version(String text) {
    version = text;
    return this;
  }

  Clusters groups(String... names) {
    groups = Set.of(names);
    return this;
  }

  Clusters pods(String... names) {
    pods = Set.of(names);
    return this;
  }

  Clusters controlPlane(String annotation) {
    controlPlane = Set.of(annotation);
    return this;
  }

  Clusters kubeconfig(KubeconfigFacts facts) {
    kubeconfig = facts;
    return this;
  }

  ClusterFingerprint build() {
    return new ClusterFingerprint(
        version, nodes, nodesProblem, groups, pods, controlPlane, kubeconfig);
  }

  Recognition recognize() {
    return Recognizer.recognize(build());
  }

  /** One node; what is not said of it is empty. */
  static final class Node {
    private final String name;
    private final Map<String, String> labels = new HashMap<>();
    private final Set<String> annotations = new HashSet<>();
    private String providerId = "";
    private String os = "";
    private String kernel = "";
    private String kubelet = "";

    private Node(String name) {
      this.name = name;
    }

    Node label(String key, String value) {
      labels.put(key, value);
      return this;
    }

    Node annotation(String key) {
      annotations.add(key);
      return this;
    }

    Node provider(String id) {
      providerId = id;
      return this;
    }

    Node os(String image) {
      os = image;
      return this;
    }

    Node kernel(String text) {
      kernel = text;
      return this;
    }

    Node kubelet(String text) {
      kubelet = text;
      return this;
    }

    NodeFingerprint build() {
      return new NodeFingerprint(name, labels, annotations, providerId, os, kernel, kubelet);
    }
  }
}
