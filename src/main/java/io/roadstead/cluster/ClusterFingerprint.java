// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a cluster that show which system created it.
 *
 * @param version the API server's version; empty when not known
 * @param nodes all nodes: the first one may lack the marks (virtual nodes, Fargate)
 * @param nodesProblem why the nodes cannot be listed; null when they can
 * @param apiGroups the API groups that are served; empty when not known
 * @param systemPods names of pods in {@code kube-system}
 * @param controlPlaneAnnotations annotation keys of the API server's own pod, if it has one
 * @param kubeconfig the facts of the kubeconfig in use; null without one
 */
public record ClusterFingerprint(
    String version,
    List<NodeFingerprint> nodes,
    @Nullable String nodesProblem,
    Set<String> apiGroups,
    Set<String> systemPods,
    Set<String> controlPlaneAnnotations,
    @Nullable KubeconfigFacts kubeconfig) {
  public ClusterFingerprint {
    nodes = List.copyOf(nodes);
    apiGroups = Set.copyOf(apiGroups);
    systemPods = Set.copyOf(systemPods);
    controlPlaneAnnotations = Set.copyOf(controlPlaneAnnotations);
  }
}
