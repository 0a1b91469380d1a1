// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import static io.roadstead.cluster.Mark.label;
import static io.roadstead.cluster.Mark.prefix;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.API_GROUP;
import static io.roadstead.cluster.Trait.NODE_ANNOTATION;
import static io.roadstead.cluster.Trait.OS_IMAGE;
import static io.roadstead.cluster.Trait.PROVIDER_ID;

import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.Mark;
import io.roadstead.cluster.Signs;
import io.roadstead.cluster.SystemKnowledge;
import io.roadstead.cluster.SystemMarks;

/** Red Hat OpenShift, wherever it runs. */
public final class OpenShift extends SystemKnowledge {
  /** Red Hat OpenShift on cloud machines also has the marks of the cloud. */
  static final Mark NODE = label("node.openshift.io/os_id");

  /** A machine of a cloud whose load balancers OpenShift uses. */
  private static final Mark CLOUD_MACHINE =
      regex(PROVIDER_ID, "^(aws|gce|azure|ibm|openstack|vsphere)://");

  public OpenShift() {
    super(
        "Red Hat OpenShift",
        ClusterKind.SELF_MANAGED,
        Layer.PLATFORM,
        SystemMarks.strong(
                NODE,
                prefix(API_GROUP, "apps.openshift.io"),
                prefix(NODE_ANNOTATION, "machineconfiguration.openshift.io/"))
            .medium(prefix(OS_IMAGE, "Red Hat Enterprise Linux CoreOS")));
  }

  /** Those of the underlying cloud; none on bare metal. */
  @Override
  protected boolean providesLoadBalancers(Signs signs) {
    return signs.has(CLOUD_MACHINE);
  }

  @Override
  protected String balancerRemedy() {
    return "Install the MetalLB Operator, or expose the app with a Route.";
  }
}
