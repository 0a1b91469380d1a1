// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.ServiceFacts.Port;
import java.util.Locale;

/** What to do, as a command where there is one. */
final class Remedies {
  private Remedies() {}

  /** How to get load balancers in a cluster that makes none. */
  static String balancer(ClusterSystem system) {
    return switch (system) {
      case MINIKUBE -> "minikube tunnel";
      case KIND ->
          "Run cloud-provider-kind beside the cluster"
              + " (https://github.com/kubernetes-sigs/cloud-provider-kind), or install MetalLB.";
      case MICROK8S -> "microk8s enable metallb:<first address>-<last address>";
      case OPENSHIFT -> "Install the MetalLB Operator, or expose the app by a Route.";
      default -> "Install a load-balancer provider, e.g. MetalLB (https://metallb.io).";
    };
  }

  /** Why a system that makes load balancers has not taken one up, and what to do. */
  static String notTakenUp(ClusterSystem system) {
    return switch (system) {
      case DOCKER_DESKTOP ->
          "Free the port: another Service or program has it. Else restart Docker Desktop.";
      case K3S, K3D ->
          "Take another port: it may be in use on every node (Traefik has 80 and 443 by default). Else"
              + " see whether ServiceLB is disabled.";
      case MINIKUBE -> balancer(system);
      default -> "Look at the log of the cluster's load-balancer controller.";
    };
  }

  /** How the cause of a failure is mended; the provider then tries again by itself. */
  static String failed(ClusterSystem system) {
    return system == ClusterSystem.EKS
        ? "Mend what the message names (subnets need the tag kubernetes.io/role/elb or"
            + " kubernetes.io/role/internal-elb); the provider tries again by itself."
        : "Mend what the message names; the provider tries again by itself.";
  }

  /** A tunnel to one port of a Service, from wherever there is a kubeconfig. */
  static String portForward(ServiceFacts service, Port port) {
    if (!port.protocol().equals("TCP")) {
      return "No tunnel carries %s: call the app from inside the cluster."
          .formatted(port.protocol());
    }
    return "kubectl --namespace %s port-forward service/%s %d:%d"
        .formatted(service.namespace(), service.name(), unprivileged(port.port()), port.port());
  }

  /** A tunnel to a node port, where Minikube's nodes can't be reached. */
  static String minikubeService(ServiceFacts service) {
    return "minikube service %s --namespace %s --url"
        .formatted(service.name(), service.namespace());
  }

  /** How to let traffic to a node port through the cloud's firewall. */
  static String firewall(ClusterSystem system, Port port) {
    String protocol = port.protocol().toLowerCase(Locale.ROOT);
    return switch (system) {
      case GKE ->
          ("gcloud compute firewall-rules create node-port-%1$d --network <that of the cluster>"
                  + " --allow %2$s:%1$d --source-ranges <who may call>")
              .formatted(port.nodePort(), protocol);
      case EKS ->
          ("aws ec2 authorize-security-group-ingress --group-id <security group of the nodes>"
                  + " --protocol %s --port %d --cidr <who may call>")
              .formatted(protocol, port.nodePort());
      case AKS ->
          ("az network nsg rule create --resource-group <that of the nodes> --nsg-name <its name>"
                  + " --name node-port-%2$d --priority 200 --protocol %1$s"
                  + " --destination-port-ranges %2$d")
              .formatted(protocol, port.nodePort());
      default ->
          "Open %s port %d of the nodes in the cloud's firewall or security group."
              .formatted(port.protocol(), port.nodePort());
    };
  }

  private static int unprivileged(int port) {
    return port < 1024 ? 8000 + port : port;
  }
}
