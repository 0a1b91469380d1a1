// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Values of the fields of selectors, Services and autoscalers that have rules. */
final class OtherRules {
  static final Map<String, Function<Dice, String>> TEXTS =
      Map.ofEntries(
          entry("LabelSelector.matchLabels", d -> d.oneOf("", "a", "v1")),
          entry(
              "LabelSelectorRequirement.operator",
              d -> d.oneOf("In", "NotIn", "Exists", "DoesNotExist")),
          entry("PodAffinityTerm.topologyKey", OtherRules::topologyKey),
          entry("TopologySpreadConstraint.topologyKey", OtherRules::topologyKey),
          entry("ServiceSpec.loadBalancerClass", d -> "example.org/" + d.name("class")),
          entry("ServiceSpec.loadBalancerIP", d -> "203.0.113.7"),
          entry("ServiceSpec.loadBalancerSourceRanges", d -> d.oneOf("10.0.0.0/8", "0.0.0.0/0")),
          entry("ServiceSpec.externalIPs", d -> "198.51.100." + d.between(1, 250)),
          entry("ServiceSpec.externalName", d -> d.name("db") + ".example.org"),
          entry(
              "ServiceSpec.trafficDistribution",
              d -> d.oneOf("PreferClose", "PreferSameZone", "PreferSameNode")),
          entry("ServicePort.name", d -> d.name("s")),
          entry("ServicePort.appProtocol", d -> d.oneOf("http", "kubernetes.io/h2c", "grpc")),
          entry("HPAScalingPolicy.type", d -> d.oneOf("Pods", "Percent")),
          entry("HPAScalingRules.selectPolicy", d -> d.oneOf("Max", "Min", "Disabled")),
          entry("HPAScalingRules.tolerance", d -> d.oneOf("100m", "0", "1")),
          entry("ResourceMetricSource.name", d -> d.oneOf("cpu", "memory")),
          entry("ContainerResourceMetricSource.name", d -> d.oneOf("cpu", "memory")),
          entry("CrossVersionObjectReference.apiVersion", d -> "networking.k8s.io/v1"),
          entry("CrossVersionObjectReference.kind", d -> "Ingress"));

  static final Map<String, Function<Dice, Long>> NUMBERS =
      Map.ofEntries(
          entry("DeploymentSpec.minReadySeconds", d -> (long) d.between(0, 1)),
          entry("DeploymentSpec.progressDeadlineSeconds", d -> (long) d.between(60, 900)),
          entry("DeploymentSpec.revisionHistoryLimit", d -> (long) d.between(0, 12)),
          entry("DeploymentSpec.replicas", d -> d.oneOf(List.of(0L, 0L, 1L, 2L))),
          entry("RollingUpdateDeployment.maxSurge", d -> (long) d.between(1, 3)),
          entry("RollingUpdateDeployment.maxUnavailable", d -> (long) d.between(0, 2)),
          entry("ServicePort.port", d -> 80L + d.number()),
          entry("ServicePort.nodePort", d -> (long) d.nodePort()),
          entry("ServiceSpec.healthCheckNodePort", d -> (long) d.nodePort()),
          entry("ClientIPConfig.timeoutSeconds", d -> (long) d.between(1, 86400)),
          entry("HPAScalingRules.stabilizationWindowSeconds", d -> (long) d.between(0, 3600)),
          entry("HorizontalPodAutoscalerSpec.minReplicas", d -> (long) d.between(1, 2)),
          entry("HorizontalPodAutoscalerSpec.maxReplicas", d -> (long) d.between(2, 4)));

  private OtherRules() {}

  private static String topologyKey(Dice dice) {
    return dice.oneOf("kubernetes.io/hostname", "topology.kubernetes.io/zone");
  }
}
