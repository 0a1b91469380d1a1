// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import static io.roadstead.cluster.Mark.equal;
import static io.roadstead.cluster.Mark.prefix;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.API_GROUP;
import static io.roadstead.cluster.Trait.AUTH_ISSUER;
import static io.roadstead.cluster.Trait.CONTEXT;
import static io.roadstead.cluster.Trait.KUBELET_VERSION;
import static io.roadstead.cluster.Trait.NODE_LABEL;
import static io.roadstead.cluster.Trait.PROVIDER_ID;
import static io.roadstead.cluster.Trait.SERVER;
import static io.roadstead.cluster.Trait.VERSION;

import io.roadstead.cluster.BalancerVocabulary;
import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.ClusterTraits;
import io.roadstead.cluster.Hosts;
import io.roadstead.cluster.Reach;
import io.roadstead.cluster.ServiceFacts;
import io.roadstead.cluster.SystemKnowledge;
import io.roadstead.cluster.SystemMarks;
import io.roadstead.cluster.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IBM Cloud Kubernetes Service. */
public final class IbmIks extends SystemKnowledge {
  /** The variant on classic infrastructure. */
  public static final String CLASSIC = "classic";

  /** The variant in a virtual private cloud. */
  public static final String VPC = "vpc-gen2";

  private static final String RELEASE = "\\+IKS$";
  private static final String PROVIDER = "ibm-cloud.kubernetes.io/iaas-provider=";

  /** The client IDs of IBM's command-line tools at the identity provider. */
  private static final String OIDC_CLIENT = "bx";

  public IbmIks() {
    super(
        "IBM Cloud Kubernetes Service",
        ClusterKind.MANAGED,
        Layer.CLOUD,
        SystemMarks.strong(
                prefix(NODE_LABEL, "ibm-cloud.kubernetes.io/"),
                regex(VERSION, RELEASE),
                regex(KUBELET_VERSION, RELEASE),
                regex(
                    SERVER,
                    "^https://c\\d+(-e)?(\\.private)?\\.[a-z0-9-]+\\.containers\\.cloud\\.ibm\\.com"),
                equal(AUTH_ISSUER, "https://iam.cloud.ibm.com/identity"))
            .medium(
                regex(PROVIDER_ID, "^ibm://[^/]*///[^/]+/[^/]+$"),
                regex(CONTEXT, "^[^/]+/[0-9a-v]{20}(/admin)?$"))
            // Red Hat OpenShift on IBM Cloud has the same labels.
            .not(equal(API_GROUP, "config.openshift.io"), OpenShift.NODE));
  }

  @Override
  protected List<Variant> variants() {
    return List.of(
        new Variant(CLASSIC, equal(NODE_LABEL, PROVIDER + "softlayer")),
        new Variant(VPC, prefix(NODE_LABEL, PROVIDER + "g")));
  }

  /** While it creates a load balancer, it warns that the balancer "is busy"; that is progress. */
  @Override
  protected BalancerVocabulary balancerVocabulary() {
    return BalancerVocabulary.builder()
        .successes("CloudVPCLoadBalancerNormalEvent")
        .creationFailures("CreatingCloudLoadBalancerFailed", "VerifyingCloudLoadBalancerFailed")
        .failures("UpdatingCloudLoadBalancerFailed", "GettingCloudLoadBalancerFailed")
        .busyPhrase("is busy")
        .internal("service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type", "private")
        .build();
  }

  @Override
  protected Reach nodeReach(ServiceFacts service, String ip, ClusterTraits traits) {
    return CLASSIC.equals(traits.variant()) && !traits.nodesBehindVm() && !Hosts.isPrivate(ip)
        ? Reach.publicly(ip, "The node's public address; it changes with the node.")
        : super.nodeReach(service, ip, traits);
  }

  @Override
  protected @Nullable String loginRemedy(String oidcClient, String clusterName) {
    return oidcClient.equals(OIDC_CLIENT)
        ? "Log in again: ibmcloud login, then ibmcloud ks cluster config --cluster " + clusterName
        : null;
  }
}
