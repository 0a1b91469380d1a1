// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster.systems;

import static io.roadstead.cluster.Mark.equal;
import static io.roadstead.cluster.Mark.label;
import static io.roadstead.cluster.Mark.regex;
import static io.roadstead.cluster.Trait.EXEC;
import static io.roadstead.cluster.Trait.KERNEL_VERSION;
import static io.roadstead.cluster.Trait.NODE_LABEL;
import static io.roadstead.cluster.Trait.NODE_NAME;
import static io.roadstead.cluster.Trait.PROVIDER_ID;
import static io.roadstead.cluster.Trait.SERVER;
import static io.roadstead.cluster.Trait.USER;

import io.roadstead.cluster.BalancerVocabulary;
import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.LoginTool;
import io.roadstead.cluster.ServiceFacts.Port;
import io.roadstead.cluster.SystemKnowledge;
import io.roadstead.cluster.SystemMarks;
import java.util.List;
import java.util.Locale;

/** Azure Kubernetes Service. */
public final class Aks extends SystemKnowledge {
  public Aks() {
    super(
        "Azure Kubernetes Service",
        ClusterKind.MANAGED,
        Layer.CLOUD,
        SystemMarks.strong(
                label("kubernetes.azure.com/cluster"),
                label("kubernetes.azure.com/agentpool"),
                equal(NODE_LABEL, "kubernetes.azure.com/role=agent"),
                regex(
                    PROVIDER_ID,
                    "(?i)^azure:///subscriptions/[^/]+/resourceGroups/[^/]+/providers/"
                        + "Microsoft\\.Compute/virtualMachine(ScaleSets/aks-|s/aks-)"),
                regex(
                    SERVER,
                    "^https://[^/]+\\.(hcp|privatelink)\\.[a-z0-9]+\\.azmk8s\\.io(:443)?/?$"))
            .medium(
                regex(NODE_NAME, "^aks-[a-z0-9]+-\\d{8}-(vmss[0-9a-z]{6}|\\d+)$"),
                regex(USER, "^cluster(User|Admin)_[^_]+_.+$"))
            .weak(
                regex(KERNEL_VERSION, "-azure$"),
                // A generic OpenID Connect plugin has the same name, but no server id.
                regex(EXEC, "(^|[/\\\\])kubelogin(\\.exe)? .*--server-id")));
  }

  @Override
  protected BalancerVocabulary balancerVocabulary() {
    return BalancerVocabulary.builder()
        .internal("service.beta.kubernetes.io/azure-load-balancer-internal", "true")
        .build();
  }

  @Override
  protected String firewallRemedy(Port port) {
    return ("az network nsg rule create --resource-group <resource group of the nodes> --nsg-name <its network security group>"
            + " --name node-port-%2$d --priority 200 --protocol %1$s"
            + " --destination-port-ranges %2$d")
        .formatted(port.protocol().name().toLowerCase(Locale.ROOT), port.nodePort());
  }

  /** Two programs have this name: only Azure's takes a server ID. */
  @Override
  protected List<LoginTool> loginTools() {
    return List.of(
        new LoginTool(
            "kubelogin",
            "--server-id",
            "Install Azure's kubelogin: az aks install-cli (https://azure.github.io/kubelogin/).",
            "For example: kubelogin convert-kubeconfig -l azurecli."));
  }

  @Override
  protected List<String> platformServers() {
    return List.of("168.63.129.16");
  }
}
