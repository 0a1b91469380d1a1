// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/** From where an app can be reached. */
public enum ExposureType {
  /** Only from inside the cluster (a ClusterIP Service). */
  INTERNAL,
  /** On a port of every node (a NodePort Service). */
  NODE_PORT,
  /** By a load balancer of the cluster's provider (a LoadBalancer Service). */
  LOAD_BALANCER,
  /** From outside, by the best way that the cluster has: its load balancer, else node ports. */
  EXTERNAL
}
