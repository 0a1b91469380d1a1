// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.Mark.equal;
import static io.roadstead.cluster.Mark.prefix;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.API_GROUP;
import static io.roadstead.cluster.Trait.PROVIDER_ID;
import static io.roadstead.cluster.Trait.SYSTEM_POD;

import java.util.ArrayList;
import java.util.List;

/** Whether a cluster makes load balancers: by itself, by an add-on, or not at all. */
final class BalancerCapability {
  private static final Mark CLOUD_MACHINE =
      regex(PROVIDER_ID, "^(aws|gce|azure|ibm|openstack|vsphere)://");

  /** A node that a cloud's controller has named; that controller may make load balancers too. */
  private static final Mark NAMED_BY_CLOUD = regex(PROVIDER_ID, "^(?!(kind|k3s)://).+");

  /** Signs of what makes load balancers in a cluster that has none by itself. */
  private static final List<AddOn> ADD_ONS =
      List.of(
          new AddOn("MetalLB", equal(API_GROUP, "metallb.io")),
          new AddOn("ServiceLB", prefix(SYSTEM_POD, "svclb-")),
          new AddOn("AWS Load Balancer Controller", equal(API_GROUP, "elbv2.k8s.aws")));

  /** They can be set up to make load balancers, and to do other things only. */
  private static final List<AddOn> POSSIBLE =
      List.of(
          new AddOn("A cloud's controller", NAMED_BY_CLOUD),
          new AddOn("A cloud's controller", regex(SYSTEM_POD, "cloud-controller-manager")),
          new AddOn("kube-vip", prefix(SYSTEM_POD, "kube-vip")),
          new AddOn("Cilium", equal(API_GROUP, "cilium.io")));

  private BalancerCapability() {}

  private record AddOn(String name, Mark mark) {}

  static Capability of(Recognition recognition, ClusterFingerprint cluster, ApiSurvey survey) {
    var signs = new Signs(cluster);
    ClusterSystem system = recognition.system();
    List<String> addOns = found(ADD_ONS, signs);
    if (isBuiltIn(system, signs)) {
      List<String> names = new ArrayList<>(List.of(system.displayName()));
      names.addAll(addOns);
      return new Capability(
          Availability.BUILT_IN,
          names,
          system.displayName()
              + " makes load balancers by itself"
              + (system == ClusterSystem.K3S || system == ClusterSystem.K3D
                  ? ", unless ServiceLB is disabled."
                  : "."),
          null);
    }
    if (!addOns.isEmpty()) {
      return installed(addOns, String.join(", ", addOns) + " was seen in the cluster.");
    }
    if (survey.balancedService() != null) {
      return installed(
          List.of(),
          "The Service " + survey.balancedService() + " has an address of a load balancer.");
    }
    return withoutSigns(system, signs, survey);
  }

  private static boolean isBuiltIn(ClusterSystem system, Signs signs) {
    return switch (system) {
      case DOCKER_DESKTOP, GKE, EKS, AKS, IBM_IKS, ALIBABA_ACK, K3S, K3D, OKE, DIGITALOCEAN -> true;
      // That of the cloud underneath; none on bare metal.
      case OPENSHIFT -> signs.has(CLOUD_MACHINE);
      case MINIKUBE, KIND, KUBEADM, MICROK8S, UNKNOWN -> false;
    };
  }

  private static Capability withoutSigns(ClusterSystem system, Signs signs, ApiSurvey survey) {
    List<String> possible = found(POSSIBLE, signs);
    if (!possible.isEmpty()) {
      return new Capability(
          Availability.UNKNOWN,
          possible,
          String.join(", ", possible) + " is there, and may be set up to make load balancers.",
          null);
    }
    if (system == ClusterSystem.UNKNOWN || survey.groupsProblem() != null) {
      return new Capability(
          Availability.UNKNOWN,
          List.of(),
          survey.groupsProblem() == null
              ? "No sign of one was seen; the system of the cluster is not known."
              : survey.groupsProblem(),
          null);
    }
    return new Capability(
        Availability.NONE,
        List.of(),
        system.displayName() + " has none by itself, and no add-on that makes any was seen.",
        Remedies.balancer(system));
  }

  private static Capability installed(List<String> names, String evidence) {
    return new Capability(Availability.INSTALLED, names, evidence, null);
  }

  private static List<String> found(List<AddOn> addOns, Signs signs) {
    return addOns.stream()
        .filter(addOn -> signs.has(addOn.mark()))
        .map(AddOn::name)
        .distinct()
        .toList();
  }
}
