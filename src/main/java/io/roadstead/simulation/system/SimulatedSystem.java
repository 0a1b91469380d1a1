// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.util.List;

/**
 * A Kubernetes system as represented by the simulated cluster.
 *
 * @param id e.g. {@code gke}, or {@code ibm-iks/classic} if it has several variants
 * @param version the version that its API server and kubelets report
 * @param nodes default number of nodes
 * @param maxNodes maximum number of nodes; 0 for no limit
 * @param region the region of all nodes; may be empty
 * @param zones zones, assigned to the nodes in turn; may be empty
 * @param internalIp internal IP of the first node; the others follow
 * @param externalIp external IP of the first node; empty if nodes have none
 * @param apiPort port of its API server, as shown by its own pods
 * @param apiGroups additional API groups, such as {@code apps.openshift.io/v1}
 * @param pods names of its system pods
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
    List<StorageClassData> storageClasses,
    BalancerScript balancer) {

  public SimulatedSystem {
    zones = List.copyOf(zones);
    pools = List.copyOf(pools);
    apiGroups = List.copyOf(apiGroups);
    pods = List.copyOf(pods);
    ingressClasses = List.copyOf(ingressClasses);
    storageClasses = List.copyOf(storageClasses);
  }

  /** Refuses a number of nodes that the system can't have. */
  public void checkNodes(int wanted) {
    if (maxNodes > 0 && wanted > maxNodes) {
      throw new IllegalArgumentException(
          "%s has at most %d node(s), not %d".formatted(id, maxNodes, wanted));
    }
  }

  /** Its nodes for the given number. */
  public List<PlannedNode> plan(int wanted) {
    return new NodePlan(this, wanted).all();
  }

  /** Its system pods. */
  public List<SystemPod> systemPods() {
    return pods.stream().map(Systems::pod).toList();
  }
}
