// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import static io.roadstead.cluster.Mark.equal;
import static io.roadstead.cluster.Mark.label;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.CLUSTER_EXTENSION;
import static io.roadstead.cluster.Trait.NODE_NAME;
import static io.roadstead.cluster.Trait.SERVER;

import io.roadstead.cluster.BalancerReach;
import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.ClusterTraits;
import io.roadstead.cluster.Hosts;
import io.roadstead.cluster.Mark;
import io.roadstead.cluster.NodeReach;
import io.roadstead.cluster.Reach;
import io.roadstead.cluster.ServiceFacts;
import io.roadstead.cluster.Signs;
import io.roadstead.cluster.SystemKnowledge;
import io.roadstead.cluster.SystemMarks;

/** Minikube, with its tunnels. */
public final class Minikube extends SystemKnowledge {
  /**
   * The address of every virtual machine with user-mode networking, which only the machine itself
   * can use.
   */
  private static final String USER_MODE_NETWORK = "10.0.2.15";

  /** The API server uses the nodes' own address, unless that cannot be reached. */
  private static final Mark FORWARDED_SERVER =
      regex(SERVER, "^https://(127\\.0\\.0\\.1|localhost|\\[::1])(:.*)?$");

  public Minikube() {
    super(
        "Minikube",
        ClusterKind.LOCAL,
        Layer.ON_KUBEADM,
        SystemMarks.strong(
                label("minikube.k8s.io/name"),
                label("minikube.k8s.io/version"),
                equal(CLUSTER_EXTENSION, "minikube.sigs.k8s.io"))
            .weak(regex(NODE_NAME, "^minikube(-m\\d{2})?$"), regex(SERVER, ":8443/?$")));
  }

  @Override
  protected String withoutBalancers() {
    return "Minikube assigns addresses to load balancers only while `minikube tunnel` is running.";
  }

  @Override
  protected String balancerRemedy() {
    return "minikube tunnel";
  }

  @Override
  protected String unclaimedRemedy() {
    return balancerRemedy();
  }

  @Override
  protected Reach balancerReach(ServiceFacts service, String host, ClusterTraits traits) {
    if (service.clusterIps().contains(host) || Hosts.isLoopback(host)) {
      return Reach.here(
          host, "`minikube tunnel` is running and routes to this address from its machine.");
    }
    if (!Hosts.isPrivate(host)) {
      return BalancerReach.publicly(host);
    }
    return traits.nodesBehindVm()
        ? Reach.behindTunnel(
            host,
            "The load balancer's address is valid only inside the virtual machine that the nodes run in.",
            port -> tunnel(service))
        : Reach.here(host, "The load balancer's address, in the network of Minikube's nodes.");
  }

  @Override
  protected Reach nodeReach(ServiceFacts service, String ip, ClusterTraits traits) {
    return traits.nodesBehindVm() || ip.equals(USER_MODE_NETWORK)
        ? Reach.behindTunnel(ip, NodeReach.IN_VM, port -> tunnel(service))
        : NodeReach.onMachine(ip);
  }

  @Override
  protected boolean hidesNodes(Signs signs) {
    return signs.has(DockerDesktop.KERNEL) || signs.has(FORWARDED_SERVER);
  }

  @Override
  protected String metricsRemedy() {
    return "minikube addons enable metrics-server";
  }

  @Override
  protected String ingressRemedy() {
    return "minikube addons enable ingress";
  }

  private static String tunnel(ServiceFacts service) {
    return "minikube service %s --namespace %s --url"
        .formatted(service.name(), service.namespace());
  }
}
