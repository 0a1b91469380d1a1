// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells load balancers that only the cloud's own network reaches from public ones. */
public final class InternalBalancers {
  private static final String AWS_SCHEME = "service.beta.kubernetes.io/aws-load-balancer-scheme";
  private static final String AWS_TYPE = "service.beta.kubernetes.io/aws-load-balancer-type";

  /** The annotations by which a Service asks for an internal load balancer, and their values. */
  private static final Map<String, String> INTERNAL =
      Map.of(
          "networking.gke.io/load-balancer-type",
          "Internal",
          "cloud.google.com/load-balancer-type",
          "Internal",
          "service.beta.kubernetes.io/aws-load-balancer-internal",
          "true",
          AWS_SCHEME,
          "internal",
          "service.beta.kubernetes.io/azure-load-balancer-internal",
          "true",
          "service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type",
          "private",
          "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type",
          "intranet",
          "service.beta.kubernetes.io/oci-load-balancer-internal",
          "true",
          "service.beta.kubernetes.io/do-loadbalancer-network",
          "INTERNAL");

  /**
   * The AWS Load Balancer Controller and EKS Auto Mode make internal load balancers unless the
   * Service asks for an internet-facing one.
   */
  private static final Set<String> INTERNAL_BY_DEFAULT =
      Set.of("service.k8s.aws/nlb", "eks.amazonaws.com/nlb");

  /** Types that the AWS Load Balancer Controller serves, with the same default. */
  private static final Set<String> AWS_TYPES_OF_CONTROLLER = Set.of("external", "nlb-ip");

  private InternalBalancers() {}

  /** Whether an annotation says where a load balancer is to be. */
  public static boolean isTelling(String annotation) {
    return INTERNAL.containsKey(annotation) || annotation.equals(AWS_TYPE);
  }

  static boolean isInternal(@Nullable String balancerClass, Map<String, String> annotations) {
    boolean byDefault =
        (balancerClass != null && INTERNAL_BY_DEFAULT.contains(balancerClass))
            || AWS_TYPES_OF_CONTROLLER.contains(annotations.getOrDefault(AWS_TYPE, ""));
    if (byDefault) {
      return !"internet-facing".equals(annotations.get(AWS_SCHEME));
    }
    return annotations.entrySet().stream()
        .anyMatch(entry -> entry.getValue().equalsIgnoreCase(INTERNAL.get(entry.getKey())));
  }
}
