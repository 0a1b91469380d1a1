// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.ServiceFacts.Port;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one system that creates clusters. The rules use it wherever systems differ;
 * the defaults apply to most systems.
 */
public abstract class SystemKnowledge {
  private final String displayName;
  private final ClusterKind kind;
  private final Layer layer;
  private final SystemMarks marks;

  /**
   * @param displayName the display name; can be used at the start of a sentence or within one
   * @param kind who operates its clusters
   * @param layer what it is built on
   * @param marks its marks in a cluster and in a kubeconfig
   */
  protected SystemKnowledge(String displayName, ClusterKind kind, Layer layer, SystemMarks marks) {
    this.displayName = displayName;
    this.kind = kind;
    this.layer = layer;
    this.marks = marks;
  }

  /**
   * What a system is built on, in the order in which systems are considered: a system that is built
   * on others also has their marks, so it comes before them.
   */
  public enum Layer {
    /** A platform that runs on the machines of other clouds. */
    PLATFORM,
    /** A cloud's own service. */
    CLOUD,
    /** Runs the clusters of other systems on a developer's machine. */
    NESTED,
    /** Has a Kubernetes distribution of its own. */
    DISTRIBUTION,
    /** Sets up its clusters with kubeadm. */
    ON_KUBEADM,
    /** Built on nothing but Kubernetes itself. */
    BASE
  }

  final String displayName() {
    return displayName;
  }

  final ClusterKind kind() {
    return kind;
  }

  final Layer layer() {
    return layer;
  }

  final SystemMarks marks() {
    return marks;
  }

  /** The variants that differ in how an app is reached; the first whose mark is found applies. */
  protected List<Variant> variants() {
    return List.of();
  }

  /** Whether it provides load balancers without an add-on. */
  protected boolean providesLoadBalancers(Signs signs) {
    return kind == ClusterKind.MANAGED;
  }

  /** What can prevent it from doing so, as the end of a sentence; empty when unknown. */
  protected String balancerCondition() {
    return "";
  }

  /** The vocabulary of its load balancer controller. */
  protected BalancerVocabulary balancerVocabulary() {
    return BalancerVocabulary.NONE;
  }

  /**
   * Why a load balancer gets no address when neither the system nor an add-on provides load
   * balancers.
   */
  protected String withoutBalancers() {
    return ExposureMessages.NO_PROVIDER;
  }

  /** How to get load balancers in a cluster that has none. */
  protected String balancerRemedy() {
    return ExposureMessages.BALANCER_REMEDY;
  }

  /** What to do when a load balancer is provided but no controller has picked it up. */
  protected String unclaimedRemedy() {
    return ExposureMessages.UNCLAIMED_REMEDY;
  }

  /** What to do when creating a load balancer has failed. */
  protected String failureRemedy() {
    return ExposureMessages.FAILURE_REMEDY;
  }

  /** Who can reach an address of a load balancer. */
  protected Reach balancerReach(ServiceFacts service, String host, ClusterTraits traits) {
    return BalancerReach.onNetwork(service, host);
  }

  /** Who can reach the address of a node. */
  protected Reach nodeReach(ServiceFacts service, String ip, ClusterTraits traits) {
    return traits.nodesBehindVm()
        ? NodeReach.behindVm(service, ip)
        : NodeReach.onNetwork(ip, this::firewallRemedy);
  }

  /**
   * The host that all node ports are forwarded to, regardless of the nodes' addresses; null if
   * none.
   */
  protected @Nullable Reach forwardedNodePorts(ClusterTraits traits) {
    return null;
  }

  /** Whether the machine's own programs cannot reach the network of the nodes. */
  protected boolean hidesNodes(Signs signs) {
    return false;
  }

  /** Whether a node represents a service that runs pods, and accepts no traffic itself. */
  protected boolean isVirtual(NodeFingerprint node) {
    return false;
  }

  /**
   * Addresses at which the cloud serves metadata or credentials to its machines, other than
   * link-local ones; an entry that ends with a colon is a prefix of IPv6 addresses.
   */
  protected List<String> platformServers() {
    return List.of();
  }

  /** How to allow traffic to a node port in the firewall. */
  protected String firewallRemedy(Port port) {
    return ExposureMessages.firewallRemedy(port);
  }

  /** How to get the metrics API. */
  protected String metricsRemedy() {
    return ClusterMessages.METRICS_REMEDY;
  }

  /** How to get an ingress controller. */
  protected String ingressRemedy() {
    return ClusterMessages.INGRESS_REMEDY;
  }

  /** The programs that its command-line tools write into kubeconfigs to fetch credentials. */
  protected List<LoginTool> loginTools() {
    return List.of();
  }

  /**
   * How to log in again with its own command-line tool; null when the login belongs to another
   * tool.
   *
   * @param oidcClient the client id of the kubeconfig's OpenID Connect login
   * @param clusterName the name of the cluster in the kubeconfig
   */
  protected @Nullable String loginRemedy(String oidcClient, String clusterName) {
    return null;
  }
}
