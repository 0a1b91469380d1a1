// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import static io.roadstead.cluster.Mark.equal;
import static io.roadstead.cluster.Mark.label;
import static io.roadstead.cluster.Trait.CONTEXT;
import static io.roadstead.cluster.Trait.CONTROL_PLANE_ANNOTATION;
import static io.roadstead.cluster.Trait.KUBECONFIG_CLUSTER;
import static io.roadstead.cluster.Trait.NODE_ANNOTATION;

import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.SystemKnowledge;
import io.roadstead.cluster.SystemMarks;

/** Plain kubeadm, on any machines. */
public final class Kubeadm extends SystemKnowledge {
  public Kubeadm() {
    super(
        "kubeadm",
        ClusterKind.SELF_MANAGED,
        Layer.BASE,
        SystemMarks.strong(
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
                equal(KUBECONFIG_CLUSTER, "kubernetes")));
  }
}
