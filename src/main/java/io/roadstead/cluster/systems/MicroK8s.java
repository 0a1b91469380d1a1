// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import static io.roadstead.cluster.Mark.equal;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.KUBECONFIG_CLUSTER;
import static io.roadstead.cluster.Trait.NODE_LABEL;
import static io.roadstead.cluster.Trait.SERVER;

import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.SystemKnowledge;
import io.roadstead.cluster.SystemMarks;

/** MicroK8s. */
public final class MicroK8s extends SystemKnowledge {
  public MicroK8s() {
    super(
        "MicroK8s",
        ClusterKind.LOCAL,
        Layer.DISTRIBUTION,
        SystemMarks.strong(
                equal(NODE_LABEL, "microk8s.io/cluster=true"),
                equal(KUBECONFIG_CLUSTER, "microk8s-cluster"))
            .weak(regex(SERVER, ":16443/?$")));
  }

  @Override
  protected String balancerRemedy() {
    return "microk8s enable metallb:<first address>-<last address>";
  }

  @Override
  protected String metricsRemedy() {
    return "microk8s enable metrics-server";
  }
}
