// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import static io.roadstead.cluster.Mark.label;
import static io.roadstead.cluster.Mark.prefix;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.EXEC;
import static io.roadstead.cluster.Trait.NODE_LABEL;
import static io.roadstead.cluster.Trait.PROVIDER_ID;

import io.roadstead.cluster.BalancerVocabulary;
import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.LoginTool;
import io.roadstead.cluster.SystemKnowledge;
import io.roadstead.cluster.SystemMarks;
import java.util.List;

/** Oracle Container Engine for Kubernetes. */
public final class Oke extends SystemKnowledge {
  public Oke() {
    super(
        "Oracle OKE",
        ClusterKind.MANAGED,
        Layer.CLOUD,
        SystemMarks.strong(
                label("oci.oraclecloud.com/fault-domain"),
                prefix(NODE_LABEL, "oke.oraclecloud.com/"),
                regex(EXEC, "oci(\\.exe)? .*ce cluster generate-token"))
            // Machines of that cloud, including those of clusters that it does not manage.
            .medium(regex(PROVIDER_ID, "^(oci://)?ocid1\\.instance\\."))
            .not(K3s.RELEASE));
  }

  @Override
  protected BalancerVocabulary balancerVocabulary() {
    return BalancerVocabulary.builder()
        .internal("service.beta.kubernetes.io/oci-load-balancer-internal", "true")
        .build();
  }

  @Override
  protected List<LoginTool> loginTools() {
    return List.of(
        LoginTool.of(
            "oci",
            "Install the OCI CLI:"
                + " https://docs.oracle.com/en-us/iaas/Content/API/SDKDocs/cliinstall.htm."));
  }

  @Override
  protected List<String> platformServers() {
    return List.of("fd00:c1:0:0:0:0:a9fe:a9fe");
  }
}
