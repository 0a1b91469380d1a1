// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.Mark.equal;
import static io.roadstead.cluster.Mark.prefix;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.API_GROUP;
import static io.roadstead.cluster.Trait.PROVIDER_ID;
import static io.roadstead.cluster.Trait.SYSTEM_POD;

import java.util.List;

/**
 * Software that can provide load balancers in clusters whose system may not, each with its marks.
 */
public enum BalancerAddOn {
  /** MetalLB. */
  METALLB(
      "MetalLB",
      true,
      BalancerVocabulary.builder()
          .successes("IPAllocated")
          .failures("AllocationFailed", "LoadBalancerFailed")
          .failureFrom("metallb", "InternalError")
          .build(),
      equal(API_GROUP, "metallb.io")),
  /** ServiceLB of K3s. */
  SERVICE_LB("ServiceLB", true, BalancerVocabulary.NONE, prefix(SYSTEM_POD, "svclb-")),
  /** The AWS Load Balancer Controller. */
  AWS_LOAD_BALANCER_CONTROLLER(
      "AWS Load Balancer Controller",
      true,
      BalancerVocabulary.builder()
          .finalizers("service.k8s.aws/resources")
          .successes("SuccessfullyReconciled")
          .failures(
              "FailedBuildModel", "FailedDeployModel", "FailedAddFinalizer", "FailedUpdateStatus")
          .internal(BalancerAddOn.AWS_SCHEME, "internal")
          .internalClass("service.k8s.aws/nlb")
          .internalType("service.beta.kubernetes.io/aws-load-balancer-type", "external", "nlb-ip")
          .external(BalancerAddOn.AWS_SCHEME, BalancerAddOn.AWS_EXTERNAL)
          .build(),
      equal(API_GROUP, "elbv2.k8s.aws")),
  /**
   * The controller of the cloud that provides the machines: it has named a node, or runs as a pod.
   */
  CLOUD_CONTROLLER(
      "Cloud controller manager",
      false,
      BalancerVocabulary.NONE,
      regex(PROVIDER_ID, "^(?!(kind|k3s)://).+"),
      regex(SYSTEM_POD, "cloud-controller-manager")),
  /** kube-vip. */
  KUBE_VIP("kube-vip", false, BalancerVocabulary.NONE, prefix(SYSTEM_POD, "kube-vip")),
  /** Cilium. */
  CILIUM("Cilium", false, BalancerVocabulary.NONE, equal(API_GROUP, "cilium.io"));

  /** The annotation by which a Service tells AWS where to place its load balancer. */
  public static final String AWS_SCHEME = "service.beta.kubernetes.io/aws-load-balancer-scheme";

  /** Its value for a public load balancer. */
  public static final String AWS_EXTERNAL = "internet-facing";

  private final String displayName;
  private final boolean certain;
  private final BalancerVocabulary vocabulary;
  private final List<Mark> marks;

  /**
   * @param certain whether it always provides load balancers when installed; others may need to be
   *     configured to do so
   * @param marks any of which is sufficient to detect it
   */
  BalancerAddOn(String displayName, boolean certain, BalancerVocabulary vocabulary, Mark... marks) {
    this.displayName = displayName;
    this.certain = certain;
    this.vocabulary = vocabulary;
    this.marks = List.of(marks);
  }

  String displayName() {
    return displayName;
  }

  boolean isCertain() {
    return certain;
  }

  BalancerVocabulary vocabulary() {
    return vocabulary;
  }

  boolean isIn(Signs signs) {
    return marks.stream().anyMatch(signs::has);
  }
}
