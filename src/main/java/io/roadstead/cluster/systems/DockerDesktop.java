// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import static io.roadstead.cluster.Mark.equal;
import static io.roadstead.cluster.Mark.prefix;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.CONTEXT;
import static io.roadstead.cluster.Trait.KERNEL_VERSION;
import static io.roadstead.cluster.Trait.NODE_NAME;
import static io.roadstead.cluster.Trait.OS_IMAGE;
import static io.roadstead.cluster.Trait.PROVIDER_ID;
import static io.roadstead.cluster.Trait.SERVER;
import static io.roadstead.cluster.Trait.SYSTEM_POD;

import io.roadstead.cluster.BalancerReach;
import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.ClusterTraits;
import io.roadstead.cluster.Hosts;
import io.roadstead.cluster.Mark;
import io.roadstead.cluster.Reach;
import io.roadstead.cluster.ServiceFacts;
import io.roadstead.cluster.Signs;
import io.roadstead.cluster.SystemKnowledge;
import io.roadstead.cluster.SystemMarks;
import io.roadstead.cluster.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Docker Desktop's own cluster. */
public final class DockerDesktop extends SystemKnowledge {
  /** The variant of the older provisioner: one node in its virtual machine. */
  public static final String KUBEADM = "kubeadm";

  /** The variant of the newer provisioner: its nodes are containers in the virtual machine. */
  public static final String KIND = "kind";

  /** Docker Desktop runs all containers in a virtual machine of its own. */
  static final Mark KERNEL = regex(KERNEL_VERSION, "(-linuxkit|-microsoft-standard-WSL2)$");

  private static final Mark KIND_NODE = prefix(PROVIDER_ID, "kind://docker/desktop/");

  public DockerDesktop() {
    super(
        "Docker Desktop",
        ClusterKind.LOCAL,
        Layer.NESTED,
        SystemMarks.strong(
                equal(OS_IMAGE, "Docker Desktop"),
                regex(SERVER, "^https://kubernetes\\.docker\\.internal:6443/?$"),
                regex(SYSTEM_POD, "^vpnkit-controller(-|$)"))
            .medium(
                // Node names add no information: both follow from the cluster's name.
                KIND_NODE, equal(NODE_NAME, "docker-desktop"), equal(CONTEXT, "docker-desktop"))
            .weak(KERNEL, equal(CONTEXT, "docker-for-desktop"))
            // A kind cluster that a user has named "desktop" has the same providerIDs.
            .not(Kind.CONTEXT_NAME));
  }

  @Override
  protected List<Variant> variants() {
    return List.of(
        new Variant(KIND, KIND_NODE), new Variant(KUBEADM, equal(OS_IMAGE, "Docker Desktop")));
  }

  @Override
  protected boolean providesLoadBalancers(Signs signs) {
    return true;
  }

  @Override
  protected String unclaimedRemedy() {
    return "Free the port if another Service or program uses it; otherwise, restart Docker Desktop.";
  }

  /** Regardless of the status, the Service's port is forwarded to the machine itself. */
  @Override
  protected Reach balancerReach(ServiceFacts service, String host, ClusterTraits traits) {
    return host.equals("localhost") || Hosts.isPrivate(host)
        ? Reach.here("localhost", "Docker Desktop forwards the Service's port to this machine.")
        : BalancerReach.publicly(host);
  }

  /** The address of a single node is never reachable. */
  @Override
  protected @Nullable Reach forwardedNodePorts(ClusterTraits traits) {
    return KIND.equals(traits.variant())
        ? null
        : Reach.here("localhost", "Docker Desktop forwards node ports to this machine.");
  }

  @Override
  protected boolean hidesNodes(Signs signs) {
    return true;
  }
}
