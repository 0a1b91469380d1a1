// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.Reachability.Attempt;
import io.roadstead.cluster.ServiceFacts.Port;
import io.roadstead.cluster.ServiceFacts.ProviderEvent;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * What callers read about an exposure, by its state, and what to do about it. What only one system
 * says is in that system's class.
 */
final class ExposureMessages {
  private ExposureMessages() {}

  // NOT_EXPOSED

  static final String NOT_EXPOSED = "The app is not exposed.";

  // REQUESTED

  static final String NO_CLUSTER_IP = "The cluster has yet to give the Service an address.";
  static final String BALANCER_REQUESTED =
      "A load balancer is asked for; nobody has taken it up yet.";
  static final String NODES_UNKNOWN =
      "The Service has its port on every node, but the nodes can't be listed, so their addresses"
          + " are not known.";
  static final String NODES_UNKNOWN_REMEDY = "Let Roadstead's account list nodes.";
  static final String NO_NODE = "No ready node has an address with the Service's port yet.";
  static final String NO_NODE_REMEDY = "Check the cluster's nodes.";

  /** While waiting is worthwhile, and with NO_PROVIDER when it no longer is. */
  static String unclaimed(String provider, Duration waiting) {
    return "%s makes load balancers, but has not taken this one up for %s."
        .formatted(provider, words(waiting));
  }

  static final String UNCLAIMED_REMEDY =
      "Look at the log of the cluster's load-balancer controller.";
  static final String ADD_ON = "An add-on of this cluster";

  // NO_PROVIDER

  static final String NO_PROVIDER = "Nothing in this cluster makes load balancers.";

  static String perhapsNoProvider(Duration waiting) {
    return "Nobody has taken the load balancer up for %s; whether anything in this cluster makes any is not known."
        .formatted(words(waiting));
  }

  static final String BALANCER_REMEDY =
      "Install a load-balancer provider, e.g. MetalLB (https://metallb.io).";

  // PROVISIONING

  static final String PROVISIONING = "The load balancer is being made.";
  static final String PROVISIONING_NAMED =
      "The load balancer has its name, and is still being made.";

  // PROVISIONING_FAILED

  static String failed(ProviderEvent event) {
    return "The load balancer could not be made: " + event.reason() + ": " + event.message();
  }

  static String overdue(Duration waiting) {
    return "The load balancer has been in the making for %s without an address and without a word of failure."
        .formatted(minutes(waiting));
  }

  static final String FAILURE_REMEDY =
      "Mend what the message names; the provider tries again by itself.";

  // ADDRESSED

  static final String IN_CLUSTER = "The app is reached from inside the cluster.";
  static final String ON_NODE_PORT = "The app is reached on a port of the nodes.";
  static final String ON_NODE_PORT_BY_TUNNEL =
      "The app has a port on the nodes; it takes a tunnel to get there.";
  static final String ON_NODE_PORT_INSTEAD = " The app is reached on a port of the nodes instead.";
  static final String BY_BALANCER = "The app is reached by a load balancer.";
  static final String NEW_HOST_NAME = " Its host name may take minutes to resolve when it is new.";

  static String unanswered(Address address, Attempt attempt) {
    return "It has an address that does not answer yet: %s %s."
        .formatted(address.url(), outcome(attempt));
  }

  private static String outcome(Attempt attempt) {
    String form =
        switch (attempt.outcome()) {
          case NAME_UNKNOWN -> "has a host name that does not resolve yet (tried at %s)";
          case REFUSED -> "refused the connection at %s";
          case SILENT -> "did not answer in time at %s";
          case ANSWERED, NOT_TRIED -> "at %s";
        };
    return form.formatted(attempt.time().truncatedTo(ChronoUnit.SECONDS));
  }

  // NO_READY_BACKENDS

  static final String NO_BACKENDS = "No ready pod stands behind the address.";
  static final String NO_BACKENDS_REMEDY =
      "See the app's reasons: it is reached as soon as a pod is ready.";

  // REACHABLE

  static String answered(Address address, Attempt attempt) {
    return "%s answered Roadstead at %s."
        .formatted(address.url(), attempt.time().truncatedTo(ChronoUnit.SECONDS));
  }

  // Addresses

  static final String SERVICE_NAME = "The Service's name in the cluster's DNS.";
  static final String SERVICE_IP = "The Service's own IP.";
  static final String MAPPED_PORT =
      "roadstead.cluster.port-mappings says that the port was published there.";
  static final String NODE_IN_VM =
      "The node is inside a virtual machine, and its address ends there.";
  static final String NODE_ON_MACHINE = "The node's address in a network of this machine only.";
  static final String NODE_PRIVATE = "The node's address within its network.";
  static final String NODE_PUBLIC =
      "The node's public address; the cloud's firewall usually blocks node ports.";
  static final String BALANCER = "The load balancer's address.";
  static final String BALANCER_ON_MACHINE =
      "The load balancer listens on the cluster's machine only.";
  static final String BALANCER_INTERNAL =
      "The load balancer is an internal one of the cloud's network.";
  static final String BALANCER_PRIVATE = "The load balancer's address is a private one.";

  static String firewallRemedy(Port port) {
    return "Open %s port %d of the nodes in the cloud's firewall or security group."
        .formatted(port.protocol(), port.nodePort());
  }

  static String noTunnel(Port port) {
    return "No tunnel carries %s: call the app from inside the cluster.".formatted(port.protocol());
  }

  private static String words(Duration waiting) {
    return waiting.compareTo(Duration.ofMinutes(2)) < 0
        ? waiting.toSeconds() + " seconds"
        : minutes(waiting);
  }

  private static String minutes(Duration waiting) {
    return waiting.toMinutes() + " minutes";
  }
}
