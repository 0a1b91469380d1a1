// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

/** The kinds of objects that are watched. */
public enum Kind {
  DEPLOYMENT("Deployment"),
  REPLICA_SET("ReplicaSet"),
  POD("Pod"),
  SERVICE("Service"),
  ENDPOINT_SLICE("EndpointSlice"),
  AUTOSCALER("HorizontalPodAutoscaler"),
  NODE("Node"),
  EVENT("Event");

  private final String kubernetesName;

  Kind(String kubernetesName) {
    this.kubernetesName = kubernetesName;
  }

  /** The kind's name in Kubernetes. */
  public String kubernetesName() {
    return kubernetesName;
  }
}
