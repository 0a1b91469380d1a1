// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.Mark.equal;
import static io.roadstead.cluster.Mark.prefix;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.NODE_LABEL;
import static io.roadstead.cluster.Trait.OS_IMAGE;
import static io.roadstead.cluster.Trait.PROVIDER_ID;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of a system that differ in how an app is reached. */
public final class Variants {
  /** Docker Desktop's older provisioner: one node in its virtual machine. */
  public static final String KUBEADM = "kubeadm";

  /** Docker Desktop's newer provisioner: nodes are containers in its virtual machine. */
  public static final String KIND = "kind";

  /** IBM's classic infrastructure. */
  public static final String CLASSIC = "classic";

  /** IBM's virtual private cloud. */
  public static final String VPC = "vpc-gen2";

  /** GKE without nodes to look after. */
  public static final String AUTOPILOT = "autopilot";

  private static final List<Variant> KNOWN =
      List.of(
          new Variant(ClusterSystem.DOCKER_DESKTOP, KIND, KnownMarks.DESKTOP_KIND_NODE),
          new Variant(ClusterSystem.DOCKER_DESKTOP, KUBEADM, equal(OS_IMAGE, "Docker Desktop")),
          new Variant(
              ClusterSystem.IBM_IKS,
              CLASSIC,
              equal(NODE_LABEL, "ibm-cloud.kubernetes.io/iaas-provider=softlayer")),
          new Variant(
              ClusterSystem.IBM_IKS,
              VPC,
              prefix(NODE_LABEL, "ibm-cloud.kubernetes.io/iaas-provider=g")),
          new Variant(ClusterSystem.GKE, AUTOPILOT, regex(PROVIDER_ID, "^gce://[^/]+/[^/]+/gk3-")));

  private Variants() {}

  private record Variant(ClusterSystem system, String name, Mark mark) {}

  static @Nullable String find(ClusterSystem system, Signs signs) {
    return KNOWN.stream()
        .filter(variant -> variant.system() == system && signs.has(variant.mark()))
        .map(Variant::name)
        .findFirst()
        .orElse(null);
  }
}
