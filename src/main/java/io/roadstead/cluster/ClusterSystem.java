// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.ClusterKind.LOCAL;
import static io.roadstead.cluster.ClusterKind.MANAGED;
import static io.roadstead.cluster.ClusterKind.SELF_MANAGED;

/** The systems that make clusters, as far as Roadstead knows them apart. */
public enum ClusterSystem {
  /** Docker Desktop's own cluster. */
  DOCKER_DESKTOP("Docker Desktop", LOCAL),
  /** Minikube. */
  MINIKUBE("Minikube", LOCAL),
  /** kind: Kubernetes in Docker. */
  KIND("kind", LOCAL),
  /** Plain kubeadm, on whatever machines. */
  KUBEADM("kubeadm", SELF_MANAGED),
  /** Google Kubernetes Engine. */
  GKE("Google Kubernetes Engine", MANAGED),
  /** Amazon Elastic Kubernetes Service. */
  EKS("Amazon EKS", MANAGED),
  /** Azure Kubernetes Service. */
  AKS("Azure Kubernetes Service", MANAGED),
  /** IBM Cloud Kubernetes Service. */
  IBM_IKS("IBM Cloud Kubernetes Service", MANAGED),
  /** Alibaba Cloud Container Service for Kubernetes. */
  ALIBABA_ACK("Alibaba Cloud ACK", MANAGED),
  /** K3s. */
  K3S("K3s", SELF_MANAGED),
  /** k3d: K3s in Docker. */
  K3D("k3d", LOCAL),
  /** Red Hat OpenShift, wherever it runs. */
  OPENSHIFT("Red Hat OpenShift", SELF_MANAGED),
  /** MicroK8s. */
  MICROK8S("MicroK8s", LOCAL),
  /** Oracle Container Engine for Kubernetes. */
  OKE("Oracle OKE", MANAGED),
  /** DigitalOcean Kubernetes. */
  DIGITALOCEAN("DigitalOcean Kubernetes", MANAGED),
  /** None of these, or nothing says which. */
  UNKNOWN("this cluster", ClusterKind.UNKNOWN);

  private final String displayName;
  private final ClusterKind kind;

  ClusterSystem(String displayName, ClusterKind kind) {
    this.displayName = displayName;
    this.kind = kind;
  }

  /** The name that people know it by; can begin a sentence or stand in one. */
  public String displayName() {
    return displayName;
  }

  public ClusterKind kind() {
    return kind;
  }
}
