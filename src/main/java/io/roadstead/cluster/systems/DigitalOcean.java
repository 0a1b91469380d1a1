// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import static io.roadstead.cluster.Mark.prefix;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.NODE_LABEL;
import static io.roadstead.cluster.Trait.PROVIDER_ID;
import static io.roadstead.cluster.Trait.SERVER;

import io.roadstead.cluster.BalancerVocabulary;
import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.LoginTool;
import io.roadstead.cluster.SystemKnowledge;
import io.roadstead.cluster.SystemMarks;
import java.util.List;

/** DigitalOcean Kubernetes. */
public final class DigitalOcean extends SystemKnowledge {
  public DigitalOcean() {
    super(
        "DigitalOcean Kubernetes",
        ClusterKind.MANAGED,
        Layer.CLOUD,
        SystemMarks.strong(
                prefix(NODE_LABEL, "doks.digitalocean.com/"),
                regex(SERVER, "\\.k8s\\.ondigitalocean\\.com(:443)?/?$"))
            .weak(prefix(PROVIDER_ID, "digitalocean://")));
  }

  @Override
  protected BalancerVocabulary balancerVocabulary() {
    return BalancerVocabulary.builder()
        .internal("service.beta.kubernetes.io/do-loadbalancer-network", "INTERNAL")
        .build();
  }

  @Override
  protected List<LoginTool> loginTools() {
    return List.of(
        LoginTool.of(
            "doctl",
            "Install doctl: https://docs.digitalocean.com/reference/doctl/how-to/install/."));
  }
}
