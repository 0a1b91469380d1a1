// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.Mark.equal;
import static io.roadstead.cluster.Mark.label;
import static io.roadstead.cluster.Mark.prefix;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.API_GROUP;
import static io.roadstead.cluster.Trait.AUTH_ISSUER;
import static io.roadstead.cluster.Trait.CLUSTER_EXTENSION;
import static io.roadstead.cluster.Trait.CONTEXT;
import static io.roadstead.cluster.Trait.CONTROL_PLANE_ANNOTATION;
import static io.roadstead.cluster.Trait.EXEC;
import static io.roadstead.cluster.Trait.KERNEL_VERSION;
import static io.roadstead.cluster.Trait.KUBECONFIG_CLUSTER;
import static io.roadstead.cluster.Trait.KUBELET_VERSION;
import static io.roadstead.cluster.Trait.NODE_ANNOTATION;
import static io.roadstead.cluster.Trait.NODE_LABEL;
import static io.roadstead.cluster.Trait.NODE_NAME;
import static io.roadstead.cluster.Trait.OS_IMAGE;
import static io.roadstead.cluster.Trait.PROVIDER_ID;
import static io.roadstead.cluster.Trait.SERVER;
import static io.roadstead.cluster.Trait.SYSTEM_POD;
import static io.roadstead.cluster.Trait.USER;
import static io.roadstead.cluster.Trait.VERSION;

import java.util.List;

/**
 * What each system leaves in a cluster and in a kubeconfig, in the order in which they are asked:
 * systems that are built on others come before those. The sources of the facts are in
 * docs/clusters.md. A cloud's providerID alone proves the machines, not the service: kubeadm, K3s
 * and OpenShift run on them too.
 */
final class KnownMarks {
  private static final String GKE_VERSION = "-gke\\.\\d+";

  /** EKS Distro, which runs anywhere, has numbers there: {@code -eks-1-29-4}. */
  private static final String EKS_VERSION = "-eks-[0-9a-f]{6,}$";

  private static final String IKS_VERSION = "\\+IKS$";
  private static final String ACK_VERSION = "-aliyun\\.\\d+$";

  /** Docker Desktop runs its nodes in a virtual machine of its own making. */
  static final Mark DESKTOP_KERNEL = regex(KERNEL_VERSION, "(-linuxkit|-microsoft-standard-WSL2)$");

  /** A kind cluster that a user has named "desktop" has the providerIDs of Docker Desktop's. */
  private static final Mark USERS_KIND = prefix(CONTEXT, "kind-");

  static final Mark DESKTOP_KIND_NODE = prefix(PROVIDER_ID, "kind://docker/desktop/");
  private static final Mark K3S_RELEASE = regex(VERSION, "\\+k3s\\d+");
  private static final Mark OPENSHIFT_NODE = label("node.openshift.io/os_id");

  private KnownMarks() {}

  /** All systems but kubeadm, in the order in which they are asked. */
  static List<SystemRules> systems() {
    return List.of(
        openshift(),
        gke(),
        eks(),
        aks(),
        ibm(),
        alibaba(),
        oke(),
        digitalOcean(),
        dockerDesktop(),
        k3d(),
        k3s(),
        microK8s(),
        minikube(),
        kind());
  }

  /** Asked last: Docker Desktop, Minikube and kind are made with it. */
  static SystemRules kubeadm() {
    return SystemRules.of(ClusterSystem.KUBEADM)
        .strong(
            equal(
                CONTROL_PLANE_ANNOTATION,
                "kubeadm.kubernetes.io/kube-apiserver.advertise-address.endpoint"))
        .medium(
            // Written until kubeadm 1.33.
            equal(NODE_ANNOTATION, "kubeadm.alpha.kubernetes.io/cri-socket"),
            equal(CONTEXT, "kubernetes-admin@kubernetes"))
        .weak(
            label("node-role.kubernetes.io/control-plane"),
            label("node.kubernetes.io/exclude-from-external-load-balancers"),
            equal(KUBECONFIG_CLUSTER, "kubernetes"));
  }

  private static SystemRules openshift() {
    return SystemRules.of(ClusterSystem.OPENSHIFT)
        .strong(
            OPENSHIFT_NODE,
            prefix(API_GROUP, "apps.openshift.io"),
            prefix(NODE_ANNOTATION, "machineconfiguration.openshift.io/"))
        .medium(prefix(OS_IMAGE, "Red Hat Enterprise Linux CoreOS"));
  }

  private static SystemRules gke() {
    return SystemRules.of(ClusterSystem.GKE)
        .strong(
            regex(VERSION, GKE_VERSION),
            label("cloud.google.com/gke-nodepool"),
            regex(KUBELET_VERSION, GKE_VERSION),
            prefix(NODE_LABEL, "topology.gke.io/"),
            prefix(NODE_ANNOTATION, "node.gke.io/"),
            regex(EXEC, "(^|[/\\\\])gke-gcloud-auth-plugin(\\.exe)?( |$)"),
            regex(SERVER, "^https://[^/]+\\.gke\\.goog(:443)?/?$"))
        .medium(
            regex(PROVIDER_ID, "^gce://[^/]+/[^/]+/gk[e3]-"),
            regex(CONTEXT, "^gke_[^_]+_[^_]+_.+$"))
        // GKE on premises bears labels of GKE, and has none of its cloud.
        .not(prefix(NODE_LABEL, "cloud.google.com/gke-on-prem"));
  }

  private static SystemRules eks() {
    return SystemRules.of(ClusterSystem.EKS)
        .strong(
            regex(VERSION, EKS_VERSION),
            regex(KUBELET_VERSION, EKS_VERSION),
            prefix(NODE_LABEL, "eks.amazonaws.com/"),
            regex(
                SERVER,
                "^https://[0-9A-Fa-f]{32}\\.[a-z0-9]+\\.[a-z0-9-]+\\.eks\\.amazonaws\\.com(\\.cn)?"),
            regex(KUBECONFIG_CLUSTER, "^arn:aws[a-z-]*:eks:[a-z0-9-]+:\\d{12}:cluster/"),
            regex(KUBECONFIG_CLUSTER, "\\.eksctl\\.io$"),
            regex(EXEC, "aws(\\.exe)? .*eks get-token|aws-iam-authenticator(\\.exe)? token"))
        .medium(prefix(NODE_LABEL, "alpha.eksctl.io/"))
        .weak(regex(PROVIDER_ID, "^aws:///[a-z0-9-]+/(i-[0-9a-f]+|.*fargate-ip-.*)$"))
        .not(OPENSHIFT_NODE, prefix(API_GROUP, "anywhere.eks.amazonaws.com"));
  }

  private static SystemRules aks() {
    return SystemRules.of(ClusterSystem.AKS)
        .strong(
            label("kubernetes.azure.com/cluster"),
            label("kubernetes.azure.com/agentpool"),
            equal(NODE_LABEL, "kubernetes.azure.com/role=agent"),
            regex(
                PROVIDER_ID,
                "(?i)^azure:///subscriptions/[^/]+/resourceGroups/[^/]+/providers/"
                    + "Microsoft\\.Compute/virtualMachine(ScaleSets/aks-|s/aks-)"),
            regex(SERVER, "^https://[^/]+\\.(hcp|privatelink)\\.[a-z0-9]+\\.azmk8s\\.io(:443)?/?$"))
        .medium(
            regex(NODE_NAME, "^aks-[a-z0-9]+-\\d{8}-(vmss[0-9a-z]{6}|\\d+)$"),
            regex(USER, "^cluster(User|Admin)_[^_]+_.+$"))
        .weak(
            regex(KERNEL_VERSION, "-azure$"),
            // A generic OpenID Connect plugin has the same name, but no server id.
            regex(EXEC, "(^|[/\\\\])kubelogin(\\.exe)? .*--server-id"));
  }

  private static SystemRules ibm() {
    return SystemRules.of(ClusterSystem.IBM_IKS)
        .strong(
            prefix(NODE_LABEL, "ibm-cloud.kubernetes.io/"),
            regex(VERSION, IKS_VERSION),
            regex(KUBELET_VERSION, IKS_VERSION),
            regex(
                SERVER,
                "^https://c\\d+(-e)?(\\.private)?\\.[a-z0-9-]+\\.containers\\.cloud\\.ibm\\.com"),
            equal(AUTH_ISSUER, "https://iam.cloud.ibm.com/identity"))
        .medium(
            regex(PROVIDER_ID, "^ibm://[^/]*///[^/]+/[^/]+$"),
            regex(CONTEXT, "^[^/]+/[0-9a-v]{20}(/admin)?$"))
        // Red Hat OpenShift on IBM Cloud has the same labels.
        .not(equal(API_GROUP, "config.openshift.io"), OPENSHIFT_NODE);
  }

  private static SystemRules alibaba() {
    return SystemRules.of(ClusterSystem.ALIBABA_ACK)
        .strong(
            label("ack.aliyun.com"),
            label("alibabacloud.com/nodepool-id"),
            label("node.alibabacloud.com/nodepool-id"),
            regex(VERSION, ACK_VERSION),
            regex(KUBELET_VERSION, ACK_VERSION),
            regex(CONTEXT, "^(kubernetes-admin|\\d+)-c[0-9a-f]{32}$"),
            regex(EXEC, "(^|[/\\\\])ack-ram-tool(\\.exe)? "))
        .medium(
            regex(PROVIDER_ID, "^(alicloud://)?[a-z]{2}-[a-z0-9-]+\\.i-[0-9a-z]+$"),
            regex(NODE_NAME, "^[a-z]{2}-[a-z0-9-]+\\.\\d+\\.\\d+\\.\\d+\\.\\d+$"))
        .not(K3S_RELEASE);
  }

  private static SystemRules oke() {
    return SystemRules.of(ClusterSystem.OKE)
        .strong(
            label("oci.oraclecloud.com/fault-domain"),
            prefix(NODE_LABEL, "oke.oraclecloud.com/"),
            regex(EXEC, "oci(\\.exe)? .*ce cluster generate-token"))
        // Machines of that cloud, also of clusters that it does not run.
        .medium(regex(PROVIDER_ID, "^(oci://)?ocid1\\.instance\\."))
        .not(K3S_RELEASE);
  }

  private static SystemRules digitalOcean() {
    return SystemRules.of(ClusterSystem.DIGITALOCEAN)
        .strong(
            prefix(NODE_LABEL, "doks.digitalocean.com/"),
            regex(SERVER, "\\.k8s\\.ondigitalocean\\.com(:443)?/?$"))
        .weak(prefix(PROVIDER_ID, "digitalocean://"));
  }

  private static SystemRules dockerDesktop() {
    return SystemRules.of(ClusterSystem.DOCKER_DESKTOP)
        .strong(
            equal(OS_IMAGE, "Docker Desktop"),
            regex(SERVER, "^https://kubernetes\\.docker\\.internal:6443/?$"),
            regex(SYSTEM_POD, "^vpnkit-controller(-|$)"))
        .medium(
            // Node names say no more than this: both follow from the cluster's name.
            DESKTOP_KIND_NODE, equal(NODE_NAME, "docker-desktop"), equal(CONTEXT, "docker-desktop"))
        .weak(DESKTOP_KERNEL, equal(CONTEXT, "docker-for-desktop"))
        .not(USERS_KIND);
  }

  private static SystemRules k3d() {
    return SystemRules.of(ClusterSystem.K3D)
        .strong(prefix(PROVIDER_ID, "k3s://k3d-"), regex(NODE_NAME, "^k3d-.+-(server|agent)-\\d+$"))
        .medium(prefix(CONTEXT, "k3d-"));
  }

  private static SystemRules k3s() {
    return SystemRules.of(ClusterSystem.K3S)
        .strong(
            K3S_RELEASE,
            regex(KUBELET_VERSION, "\\+k3s\\d+"),
            prefix(PROVIDER_ID, "k3s://"),
            prefix(NODE_ANNOTATION, "k3s.io/"),
            equal(NODE_LABEL, "node.kubernetes.io/instance-type=k3s"));
  }

  private static SystemRules microK8s() {
    return SystemRules.of(ClusterSystem.MICROK8S)
        .strong(
            equal(NODE_LABEL, "microk8s.io/cluster=true"),
            equal(KUBECONFIG_CLUSTER, "microk8s-cluster"))
        .weak(regex(SERVER, ":16443/?$"));
  }

  private static SystemRules minikube() {
    return SystemRules.of(ClusterSystem.MINIKUBE)
        .strong(
            label("minikube.k8s.io/name"),
            label("minikube.k8s.io/version"),
            equal(CLUSTER_EXTENSION, "minikube.sigs.k8s.io"))
        .weak(regex(NODE_NAME, "^minikube(-m\\d{2})?$"), regex(SERVER, ":8443/?$"));
  }

  private static SystemRules kind() {
    return SystemRules.of(ClusterSystem.KIND)
        .strong(regex(PROVIDER_ID, "^kind://(docker|podman|nerdctl)/[^/]+/[^/]+$"))
        .medium(USERS_KIND, regex(SYSTEM_POD, "^kindnet-"))
        .weak(regex(NODE_NAME, "^.+-(control-plane|worker)\\d*$"));
  }
}
