// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import static io.roadstead.cluster.Mark.label;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.CONTEXT;
import static io.roadstead.cluster.Trait.EXEC;
import static io.roadstead.cluster.Trait.KUBELET_VERSION;
import static io.roadstead.cluster.Trait.NODE_NAME;
import static io.roadstead.cluster.Trait.PROVIDER_ID;
import static io.roadstead.cluster.Trait.VERSION;

import io.roadstead.cluster.BalancerVocabulary;
import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.LoginTool;
import io.roadstead.cluster.SystemKnowledge;
import io.roadstead.cluster.SystemMarks;
import java.util.List;

/** Alibaba Cloud Container Service for Kubernetes. */
public final class AlibabaAck extends SystemKnowledge {
  private static final String RELEASE = "-aliyun\\.\\d+$";

  public AlibabaAck() {
    super(
        "Alibaba Cloud ACK",
        ClusterKind.MANAGED,
        Layer.CLOUD,
        SystemMarks.strong(
                label("ack.aliyun.com"),
                label("alibabacloud.com/nodepool-id"),
                label("node.alibabacloud.com/nodepool-id"),
                regex(VERSION, RELEASE),
                regex(KUBELET_VERSION, RELEASE),
                regex(CONTEXT, "^(kubernetes-admin|\\d+)-c[0-9a-f]{32}$"),
                regex(EXEC, "(^|[/\\\\])ack-ram-tool(\\.exe)? "))
            .medium(
                regex(PROVIDER_ID, "^(alicloud://)?[a-z]{2}-[a-z0-9-]+\\.i-[0-9a-z]+$"),
                regex(NODE_NAME, "^[a-z]{2}-[a-z0-9-]+\\.\\d+\\.\\d+\\.\\d+\\.\\d+$"))
            .not(K3s.RELEASE));
  }

  @Override
  protected BalancerVocabulary balancerVocabulary() {
    return BalancerVocabulary.builder()
        .finalizers("service.k8s.alibaba/resources")
        .internal("service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type", "intranet")
        .build();
  }

  @Override
  protected List<LoginTool> loginTools() {
    return List.of(
        LoginTool.of(
            "ack-ram-tool",
            "Install it from https://github.com/AliyunContainerService/ack-ram-tool/releases."));
  }

  @Override
  protected List<String> platformServers() {
    return List.of("100.100.100.200");
  }
}
