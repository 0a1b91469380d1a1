// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import static io.roadstead.cluster.Mark.label;
import static io.roadstead.cluster.Mark.prefix;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.CONTEXT;
import static io.roadstead.cluster.Trait.EXEC;
import static io.roadstead.cluster.Trait.KUBELET_VERSION;
import static io.roadstead.cluster.Trait.NODE_ANNOTATION;
import static io.roadstead.cluster.Trait.NODE_LABEL;
import static io.roadstead.cluster.Trait.PROVIDER_ID;
import static io.roadstead.cluster.Trait.SERVER;
import static io.roadstead.cluster.Trait.VERSION;

import io.roadstead.cluster.BalancerVocabulary;
import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.LoginTool;
import io.roadstead.cluster.ServiceFacts.Port;
import io.roadstead.cluster.SystemKnowledge;
import io.roadstead.cluster.SystemMarks;
import io.roadstead.cluster.Variant;
import java.util.List;
import java.util.Locale;

/** Google Kubernetes Engine. */
public final class Gke extends SystemKnowledge {
  /** The variant in which Google manages the nodes. */
  public static final String AUTOPILOT = "autopilot";

  private static final String RELEASE = "-gke\\.\\d+";

  public Gke() {
    super(
        "Google Kubernetes Engine",
        ClusterKind.MANAGED,
        Layer.CLOUD,
        SystemMarks.strong(
                regex(VERSION, RELEASE),
                label("cloud.google.com/gke-nodepool"),
                regex(KUBELET_VERSION, RELEASE),
                prefix(NODE_LABEL, "topology.gke.io/"),
                prefix(NODE_ANNOTATION, "node.gke.io/"),
                regex(EXEC, "(^|[/\\\\])gke-gcloud-auth-plugin(\\.exe)?( |$)"),
                regex(SERVER, "^https://[^/]+\\.gke\\.goog(:443)?/?$"))
            .medium(
                regex(PROVIDER_ID, "^gce://[^/]+/[^/]+/gk[e3]-"),
                regex(CONTEXT, "^gke_[^_]+_[^_]+_.+$"))
            // GKE on premises has GKE's labels, but no marks of the cloud.
            .not(prefix(NODE_LABEL, "cloud.google.com/gke-on-prem")));
  }

  @Override
  protected List<Variant> variants() {
    return List.of(new Variant(AUTOPILOT, regex(PROVIDER_ID, "^gce://[^/]+/[^/]+/gk3-")));
  }

  @Override
  protected BalancerVocabulary balancerVocabulary() {
    return BalancerVocabulary.builder()
        .finalizers(
            "gke.networking.io/l4-ilb-v1",
            "gke.networking.io/l4-ilb-v2",
            "gke.networking.io/l4-netlb-v1",
            "gke.networking.io/l4-netlb-v2")
        .successes("SyncLoadBalancerSuccessful")
        .internal("networking.gke.io/load-balancer-type", "Internal")
        .internal("cloud.google.com/load-balancer-type", "Internal")
        .build();
  }

  @Override
  protected String firewallRemedy(Port port) {
    return ("gcloud compute firewall-rules create node-port-%1$d --network <network of the cluster>"
            + " --allow %2$s:%1$d --source-ranges <CIDR range of the callers>")
        .formatted(port.nodePort(), port.protocol().name().toLowerCase(Locale.ROOT));
  }

  @Override
  protected List<LoginTool> loginTools() {
    return List.of(
        LoginTool.of(
            "gke-gcloud-auth-plugin",
            "Install the plugin: gcloud components install gke-gcloud-auth-plugin"
                + " (https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-access-for-kubectl#install_plugin)."));
  }

  @Override
  protected List<String> platformServers() {
    return List.of("fd20:ce:0:0:0:0:0:254");
  }
}
