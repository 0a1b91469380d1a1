// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.util.List;

/**
 * A Kubernetes system as the simulated cluster shows it.
 *
 * @param id as {@code gke}, or {@code ibm-iks/classic} where there are several kinds of it
 * @param version what its API server and its kubelets say they are
 * @param nodes how many there are unless one asks for another number
 * @param maxNodes how many there can be; 0 for any number
 * @param region of all nodes; may be empty
 * @param zones given to the nodes in turn; may be empty
 * @param internalIp of the first node; the others follow
 * @param externalIp of the first node; empty when they have none
 * @param apiPort where its API server listens, as its own pods tell
 * @param apiGroups further groups that are served, such as {@code apps.openshift.io/v1}
 * @param pods names of the pods it brings along
 */
public record SimulatedSystem(
    String id,
    String version,
    int nodes,
    int maxNodes,
    KubeconfigNames kubeconfig,
    String region,
    List<String> zones,
    String internalIp,
    String externalIp,
    int apiPort,
    NodePattern node,
    List<NodePool> pools,
    List<String> apiGroups,
    List<String> pods,
    List<IngressClassData> ingressClasses,
    BalancerScript balancer) {

  public SimulatedSystem {
    zones = List.copyOf(zones);
    pools = List.copyOf(pools);
    apiGroups = List.copyOf(apiGroups);
    pods = List.copyOf(pods);
    ingressClasses = List.copyOf(ingressClasses);
  }

  /** Refuses a number of nodes that the system can't have. */
  public void checkNodes(int wanted) {
    if (maxNodes > 0 && wanted > maxNodes) {
      throw new IllegalArgumentException(
          "%s has at most %d node(s), not %d".formatted(id, maxNodes, wanted));
    }
  }

  /** Its nodes when there are so many. */
  public List<PlannedNode> plan(int wanted) {
    return new NodePlan(this, wanted).all();
  }

  /** The pods it brings along. */
  public List<SystemPod> systemPods() {
    return pods.stream().map(Systems::pod).toList();
  }
}
