// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import static io.roadstead.cluster.Mark.prefix;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.CONTEXT;
import static io.roadstead.cluster.Trait.NODE_NAME;
import static io.roadstead.cluster.Trait.PROVIDER_ID;

import io.roadstead.cluster.Signs;
import io.roadstead.cluster.SystemMarks;

/** k3d: K3s in Docker. */
public final class K3d extends ContainerNodes {
  public K3d() {
    super(
        "k3d",
        Layer.NESTED,
        SystemMarks.strong(
                prefix(PROVIDER_ID, "k3s://k3d-"), regex(NODE_NAME, "^k3d-.+-(server|agent)-\\d+$"))
            .medium(prefix(CONTEXT, "k3d-")));
  }

  @Override
  protected boolean providesLoadBalancers(Signs signs) {
    return true;
  }

  @Override
  protected String balancerCondition() {
    return K3s.BALANCER_CONDITION;
  }

  @Override
  protected String unclaimedRemedy() {
    return K3s.UNCLAIMED_REMEDY;
  }
}
