// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.Reachability.Attempt;
import io.roadstead.cluster.ServiceFacts.Port;
import io.roadstead.cluster.ServiceFacts.ProviderEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The messages and remedies for an exposure, by its state. Messages that apply to only one system
 * are in the class of that system.
 */
final class ExposureMessages {
  private ExposureMessages() {}

  // NOT_EXPOSED

  static final String NOT_EXPOSED = "The app is not exposed.";

  static String leadsNowhere(String service, String selector) {
    return "The app is not exposed: Service '%s' selects pods with %s, which the app's pods do not have."
        .formatted(service, selector);
  }

  static final String LEADS_NOWHERE_REMEDY =
      "Correct the selector of the Service, or delete it and expose the app.";

  // UNEXPOSING

  static String unexposing(String service) {
    return "Service '%s' is being deleted; a finalizer holds it until its load balancer is gone."
        .formatted(service);
  }

  // REQUESTED

  static final String NO_CLUSTER_IP =
      "The cluster has not assigned an IP address to the Service yet.";
  static final String BALANCER_REQUESTED =
      "The load balancer has been requested; no controller has picked it up yet.";
  static final String NODES_UNKNOWN =
      "The Service has a port on every node, but Roadstead cannot list the nodes, so their addresses"
          + " are unknown.";
  static final String NODES_UNKNOWN_REMEDY = "Grant Roadstead's account permission to list nodes.";
  static final String NO_NODE = "No ready node has an address for the Service's port yet.";
  static final String NO_NODE_REMEDY = "Check the cluster's nodes: kubectl get nodes -o wide";

  /** Also NO_PROVIDER, once waiting is no longer worthwhile. */
  static String unclaimed(String provider, Duration waiting) {
    return "No controller has picked up the load balancer after %s, although %s provides load"
            .formatted(words(waiting), provider)
        + " balancers.";
  }

  static final String UNCLAIMED_REMEDY =
      "Check the logs of the cluster's load balancer controller.";
  static final String ADD_ON = "an add-on in this cluster";

  // NO_PROVIDER

  static final String NO_PROVIDER = "Nothing in this cluster provides load balancers.";

  static String perhapsNoProvider(Duration waiting) {
    return "No controller has picked up the load balancer after %s. Roadstead cannot tell whether anything in this cluster provides load balancers."
        .formatted(words(waiting));
  }

  static final String BALANCER_REMEDY =
      "Install a load balancer implementation, such as MetalLB (https://metallb.io).";

  // PROVISIONING

  static final String PROVISIONING = "The load balancer is being created.";
  static final String PROVISIONING_NAMED =
      "The load balancer has a host name, but is still being created.";

  // PROVISIONING_FAILED

  static String failed(ProviderEvent event) {
    return "Failed to create the load balancer: " + event.reason() + ": " + event.message();
  }

  static String overdue(Duration waiting) {
    return "The load balancer still has no address after %s, and its controller has reported no error."
        .formatted(words(waiting));
  }

  static final String FAILURE_REMEDY =
      "Fix the cause that the message names; the controller retries automatically.";

  // ADDRESSED

  static final String IN_CLUSTER = "The app is exposed inside the cluster.";
  static final String ON_NODE_PORT = "The app is exposed on a port of the nodes.";
  static final String ON_NODE_PORT_BY_TUNNEL =
      "The app is exposed on a port of the nodes, which you can reach only through a tunnel.";
  static final String ON_NODE_PORT_INSTEAD = " The app is exposed on a port of the nodes instead.";
  static final String BY_BALANCER = "The app is exposed through a load balancer.";
  static final String NEW_HOST_NAME = " A new host name can take several minutes to resolve.";

  static String unanswered(Address address, Attempt attempt) {
    return "The address does not respond yet: " + address.url() + " " + outcome(attempt) + ".";
  }

  private static String outcome(Attempt attempt) {
    String form =
        switch (attempt.outcome()) {
          case NAME_UNKNOWN -> "has a host name that does not resolve yet (tried at %s)";
          case REFUSED -> "refused the connection at %s";
          case SILENT -> "did not respond in time at %s";
          case ANSWERED, NOT_TRIED -> "at %s";
        };
    return form.formatted(time(attempt));
  }

  // NO_READY_BACKENDS

  static final String NO_BACKENDS = "No pod behind the address is ready.";
  static final String NO_BACKENDS_REMEDY =
      "Check the app's reasons; the address works as soon as a pod is ready.";

  // REACHABLE

  static String answered(Address address, Attempt attempt) {
    return address.url() + " responded to Roadstead at " + time(attempt) + ".";
  }

  // Addresses

  static final String SERVICE_NAME = "The Service's name in the cluster's DNS.";
  static final String SERVICE_IP = "The Service's cluster IP.";
  static final String MAPPED_PORT =
      "roadstead.cluster.port-mappings says that the port is published there.";
  static final String NODE_IN_VM =
      "The node's address is valid only inside the virtual machine that the node runs in.";
  static final String NODE_ON_MACHINE =
      "The node's address, in a network that only this machine can reach.";
  static final String NODE_PRIVATE = "The node's address in its private network.";
  static final String NODE_PUBLIC =
      "The node's public address; the cloud's firewall usually blocks node ports.";
  static final String BALANCER = "The load balancer's address.";
  static final String BALANCER_ON_MACHINE =
      "The load balancer listens only on the machine that runs the cluster.";
  static final String BALANCER_INTERNAL =
      "The address of an internal load balancer, in the cloud's private network.";
  static final String BALANCER_PRIVATE = "The load balancer's address, in a private network.";

  static String firewallRemedy(Port port) {
    return "Open %s port %d of the nodes in the cloud's firewall or security group."
        .formatted(port.protocol(), port.nodePort());
  }

  static String noTunnel(Port port) {
    return "kubectl port-forward does not support %s: call the app from inside the cluster."
        .formatted(port.protocol());
  }

  private static Instant time(Attempt attempt) {
    return attempt.time().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String words(Duration waiting) {
    return waiting.compareTo(Duration.ofMinutes(2)) < 0
        ? waiting.toSeconds() + " s"
        : waiting.toMinutes() + " minutes";
  }
}
