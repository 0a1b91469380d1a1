// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.ServiceFacts.Port;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one system that creates clusters. The rules ask it wherever systems differ;
 * what a system does not override is what holds for most of them.
 */
public abstract class SystemKnowledge {
  private final String displayName;
  private final ClusterKind kind;
  private final Layer layer;
  private final SystemMarks marks;

  /**
   * @param displayName the name that people know it by; can begin a sentence or stand in one
   * @param kind who operates its clusters
   * @param layer what it is built on
   * @param marks what it leaves in a cluster and in a kubeconfig
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

  /** What can keep it from doing so, as the end of a sentence; empty when nothing is known. */
  protected String balancerCondition() {
    return "";
  }

  /** How the controller talks with which it provides load balancers. */
  protected BalancerVocabulary balancerVocabulary() {
    return BalancerVocabulary.NONE;
  }

  /** Why a load balancer gets no address where neither the system nor an add-on provides any. */
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

  /** How far an address of a load balancer carries. */
  protected Reach balancerReach(ServiceFacts service, String host, ClusterTraits traits) {
    return BalancerReach.onNetwork(service, host);
  }

  /** How far the address of a node carries. */
  protected Reach nodeReach(ServiceFacts service, String ip, ClusterTraits traits) {
    return traits.nodesBehindVm()
        ? NodeReach.behindVm(service, ip)
        : NodeReach.onNetwork(ip, this::firewallRemedy);
  }

  /**
   * Where all node ports are forwarded to, whatever the addresses of the nodes; null if nowhere.
   */
  protected @Nullable Reach forwardedNodePorts(ClusterTraits traits) {
    return null;
  }

  /** Whether the machine's own programs cannot reach the network of the nodes. */
  protected boolean hidesNodes(Signs signs) {
    return false;
  }

  /** Whether a node stands for a service that runs pods, and takes no traffic of its own. */
  protected boolean isVirtual(NodeFingerprint node) {
    return false;
  }

  /**
   * Addresses at which the cloud serves metadata or credentials to its machines, beyond link-local
   * ones; what ends with a colon is the beginning of IPv6 addresses.
   */
  protected List<String> platformServers() {
    return List.of();
  }

  /** How to let traffic to a node port through the firewall. */
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
   * How to log in again with its own command-line tool; null when the login is of another tool.
   *
   * @param oidcClient the client id of the kubeconfig's OpenID Connect login
   * @param clusterName the name of the cluster in the kubeconfig
   */
  protected @Nullable String loginRemedy(String oidcClient, String clusterName) {
    return null;
  }
}
