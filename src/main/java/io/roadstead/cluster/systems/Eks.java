// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import static io.roadstead.cluster.Mark.prefix;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.API_GROUP;
import static io.roadstead.cluster.Trait.EXEC;
import static io.roadstead.cluster.Trait.KUBECONFIG_CLUSTER;
import static io.roadstead.cluster.Trait.KUBELET_VERSION;
import static io.roadstead.cluster.Trait.NODE_LABEL;
import static io.roadstead.cluster.Trait.PROVIDER_ID;
import static io.roadstead.cluster.Trait.SERVER;
import static io.roadstead.cluster.Trait.VERSION;

import io.roadstead.cluster.BalancerAddOn;
import io.roadstead.cluster.BalancerVocabulary;
import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.LoginTool;
import io.roadstead.cluster.NodeFingerprint;
import io.roadstead.cluster.ServiceFacts.Port;
import io.roadstead.cluster.SystemKnowledge;
import io.roadstead.cluster.SystemMarks;
import java.util.List;
import java.util.Locale;

/** Amazon Elastic Kubernetes Service. */
public final class Eks extends SystemKnowledge {
  /** EKS Distro, which runs anywhere, has digits at this position: {@code -eks-1-29-4}. */
  private static final String RELEASE = "-eks-[0-9a-f]{6,}$";

  public Eks() {
    super(
        "Amazon EKS",
        ClusterKind.MANAGED,
        Layer.CLOUD,
        SystemMarks.strong(
                regex(VERSION, RELEASE),
                regex(KUBELET_VERSION, RELEASE),
                prefix(NODE_LABEL, "eks.amazonaws.com/"),
                regex(
                    SERVER,
                    "^https://[0-9A-Fa-f]{32}\\.[a-z0-9]+\\.[a-z0-9-]+\\.eks\\.amazonaws\\.com(\\.cn)?"),
                regex(KUBECONFIG_CLUSTER, "^arn:aws[a-z-]*:eks:[a-z0-9-]+:\\d{12}:cluster/"),
                regex(KUBECONFIG_CLUSTER, "\\.eksctl\\.io$"),
                regex(EXEC, "aws(\\.exe)? .*eks get-token|aws-iam-authenticator(\\.exe)? token"))
            .medium(prefix(NODE_LABEL, "alpha.eksctl.io/"))
            .weak(regex(PROVIDER_ID, "^aws:///[a-z0-9-]+/(i-[0-9a-f]+|.*fargate-ip-.*)$"))
            .not(OpenShift.NODE, prefix(API_GROUP, "anywhere.eks.amazonaws.com")));
  }

  /**
   * Auto Mode creates internal load balancers unless the Service requests an internet-facing one.
   */
  @Override
  protected BalancerVocabulary balancerVocabulary() {
    return BalancerVocabulary.builder()
        .internal("service.beta.kubernetes.io/aws-load-balancer-internal", "true")
        .internalHost("internal-")
        .internalClass("eks.amazonaws.com/nlb")
        .external(BalancerAddOn.AWS_SCHEME, BalancerAddOn.AWS_EXTERNAL)
        .build();
  }

  @Override
  protected String failureRemedy() {
    return "Fix the cause that the message names (subnets need the tag kubernetes.io/role/elb or"
        + " kubernetes.io/role/internal-elb); the controller retries automatically.";
  }

  /** A Fargate node is a single pod. */
  @Override
  protected boolean isVirtual(NodeFingerprint node) {
    return "fargate".equals(node.labels().get("eks.amazonaws.com/compute-type"));
  }

  @Override
  protected String firewallRemedy(Port port) {
    return ("aws ec2 authorize-security-group-ingress --group-id <security group of the nodes>"
            + " --protocol %s --port %d --cidr <CIDR range of the callers>")
        .formatted(port.protocol().name().toLowerCase(Locale.ROOT), port.nodePort());
  }

  @Override
  protected List<LoginTool> loginTools() {
    return List.of(
        LoginTool.of(
            "aws",
            "Install the AWS CLI:"
                + " https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html."),
        LoginTool.of(
            "aws-iam-authenticator",
            "Install it from https://github.com/kubernetes-sigs/aws-iam-authenticator/releases, or"
                + " generate the kubeconfig again with the AWS CLI: aws eks update-kubeconfig --name"
                + " NAME."));
  }

  @Override
  protected List<String> platformServers() {
    return List.of("fd00:ec2:");
  }
}
