// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/** Where an app can be reached from. */
public enum ExposureType {
  /** Only from inside the cluster (a ClusterIP Service). */
  INTERNAL,
  /** On a port of every node (a NodePort Service). */
  NODE_PORT,
  /** By a load balancer of the cluster's provider (a LoadBalancer Service). */
  LOAD_BALANCER,
  /**
   * From outside, in the best way that the cluster offers: its load balancer, otherwise node ports.
   */
  EXTERNAL
}
