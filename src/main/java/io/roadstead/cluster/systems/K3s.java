// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import static io.roadstead.cluster.Mark.equal;
import static io.roadstead.cluster.Mark.prefix;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.KUBELET_VERSION;
import static io.roadstead.cluster.Trait.NODE_ANNOTATION;
import static io.roadstead.cluster.Trait.NODE_LABEL;
import static io.roadstead.cluster.Trait.PROVIDER_ID;
import static io.roadstead.cluster.Trait.VERSION;

import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.Mark;
import io.roadstead.cluster.Signs;
import io.roadstead.cluster.SystemKnowledge;
import io.roadstead.cluster.SystemMarks;

/** K3s, with ServiceLB as its load balancer. */
public final class K3s extends SystemKnowledge {
  /** K3s also runs on cloud machines, and then has the marks of the cloud. */
  static final Mark RELEASE = regex(VERSION, "\\+k3s\\d+");

  static final String BALANCER_CONDITION = ", unless ServiceLB is disabled";
  static final String UNCLAIMED_REMEDY =
      "Use another port: this one may be taken on every node (Traefik uses 80 and 443 by default)."
          + " Otherwise, check whether ServiceLB is disabled.";

  public K3s() {
    super(
        "K3s",
        ClusterKind.SELF_MANAGED,
        Layer.DISTRIBUTION,
        SystemMarks.strong(
            RELEASE,
            regex(KUBELET_VERSION, "\\+k3s\\d+"),
            prefix(PROVIDER_ID, "k3s://"),
            prefix(NODE_ANNOTATION, "k3s.io/"),
            equal(NODE_LABEL, "node.kubernetes.io/instance-type=k3s")));
  }

  @Override
  protected boolean providesLoadBalancers(Signs signs) {
    return true;
  }

  @Override
  protected String balancerCondition() {
    return BALANCER_CONDITION;
  }

  @Override
  protected String unclaimedRemedy() {
    return UNCLAIMED_REMEDY;
  }
}
