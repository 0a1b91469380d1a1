// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import static io.roadstead.cluster.Mark.prefix;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.CONTEXT;
import static io.roadstead.cluster.Trait.NODE_NAME;
import static io.roadstead.cluster.Trait.PROVIDER_ID;
import static io.roadstead.cluster.Trait.SYSTEM_POD;

import io.roadstead.cluster.Mark;
import io.roadstead.cluster.SystemMarks;

/** kind: Kubernetes in Docker. */
public final class Kind extends ContainerNodes {
  /** How kind names the contexts of its kubeconfigs. */
  static final Mark CONTEXT_NAME = prefix(CONTEXT, "kind-");

  public Kind() {
    super(
        "kind",
        Layer.ON_KUBEADM,
        SystemMarks.strong(regex(PROVIDER_ID, "^kind://(docker|podman|nerdctl)/[^/]+/[^/]+$"))
            .medium(CONTEXT_NAME, regex(SYSTEM_POD, "^kindnet-"))
            .weak(regex(NODE_NAME, "^.+-(control-plane|worker)\\d*$")));
  }

  @Override
  protected String balancerRemedy() {
    return "Run cloud-provider-kind next to the cluster"
        + " (https://github.com/kubernetes-sigs/cloud-provider-kind), or install MetalLB.";
  }
}
