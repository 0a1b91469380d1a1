// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/**
 * The cluster that this service works on.
 *
 * @param name the name of the configured connection, e.g. the kubeconfig's context; for people only
 * @param kubernetesVersion the API server's version, e.g. {@code v1.36.3}
 * @param nodeCount number of nodes, ready or not
 */
public record ClusterInfo(String name, String kubernetesVersion, int nodeCount) {}
