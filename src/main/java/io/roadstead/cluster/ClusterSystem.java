// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.systems.Aks;
import io.roadstead.cluster.systems.AlibabaAck;
import io.roadstead.cluster.systems.DigitalOcean;
import io.roadstead.cluster.systems.DockerDesktop;
import io.roadstead.cluster.systems.Eks;
import io.roadstead.cluster.systems.Gke;
import io.roadstead.cluster.systems.IbmIks;
import io.roadstead.cluster.systems.K3d;
import io.roadstead.cluster.systems.K3s;
import io.roadstead.cluster.systems.Kind;
import io.roadstead.cluster.systems.Kubeadm;
import io.roadstead.cluster.systems.MicroK8s;
import io.roadstead.cluster.systems.Minikube;
import io.roadstead.cluster.systems.Oke;
import io.roadstead.cluster.systems.OpenShift;
import io.roadstead.cluster.systems.UnknownSystem;

/** The systems that create clusters and that Roadstead can distinguish, each with its class. */
public enum ClusterSystem {
  /** Docker Desktop's own cluster. */
  DOCKER_DESKTOP(new DockerDesktop()),
  /** Minikube. */
  MINIKUBE(new Minikube()),
  /** kind: Kubernetes in Docker. */
  KIND(new Kind()),
  /** Plain kubeadm, on any machines. */
  KUBEADM(new Kubeadm()),
  /** Google Kubernetes Engine. */
  GKE(new Gke()),
  /** Amazon Elastic Kubernetes Service. */
  EKS(new Eks()),
  /** Azure Kubernetes Service. */
  AKS(new Aks()),
  /** IBM Cloud Kubernetes Service. */
  IBM_IKS(new IbmIks()),
  /** Alibaba Cloud Container Service for Kubernetes. */
  ALIBABA_ACK(new AlibabaAck()),
  /** K3s. */
  K3S(new K3s()),
  /** k3d: K3s in Docker. */
  K3D(new K3d()),
  /** Red Hat OpenShift, wherever it runs. */
  OPENSHIFT(new OpenShift()),
  /** MicroK8s. */
  MICROK8S(new MicroK8s()),
  /** Oracle Container Engine for Kubernetes. */
  OKE(new Oke()),
  /** DigitalOcean Kubernetes. */
  DIGITALOCEAN(new DigitalOcean()),
  /** None of these, or unknown. */
  UNKNOWN(new UnknownSystem());

  private final SystemKnowledge knowledge;

  ClusterSystem(SystemKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The display name; can be used at the start of a sentence or within one. */
  public String displayName() {
    return knowledge.displayName();
  }

  public ClusterKind kind() {
    return knowledge.kind();
  }

  SystemKnowledge knowledge() {
    return knowledge;
  }
}
