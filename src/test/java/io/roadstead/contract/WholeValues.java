// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.contract.WholeSpecs.Place;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The values of fields that have rules, and the fields that exclude each other. */
final class WholeValues {
  private static final AtomicInteger NODE_PORT = new AtomicInteger(32_100);
  private static final Map<String, String> LABEL = Map.of("example.org/key", "value");
  private static final String[] TYPES = {"INTERNAL", "NODE_PORT", "LOAD_BALANCER", "EXTERNAL"};

  private static final String LAST_LINES = "FALLBACK_TO_LOGS_ON_ERROR";

  private static final Map<String, Function<Place, Object>> VALUES =
      Map.ofEntries(
          entry("Container.name", p -> p.path().contains("init") ? "init" : "main"),
          entry("Container.termination_message_policy", p -> p.isEven() ? "FILE" : LAST_LINES),
          entry("EnvVar.name", p -> "NAME_" + p.index()),
          entry("EnvVar.field_ref", p -> "metadata.name"),
          entry("ContainerPort.name", p -> "http"),
          entry("ContainerPort.protocol", p -> "TCP"),
          entry("ExposurePort.protocol", p -> "TCP"),
          entry("ExposurePort.target_port", p -> "http"),
          entry("ExposurePort.node_port", p -> NODE_PORT.getAndIncrement()),
          entry("Exposure.type", p -> TYPES[p.variant()]),
          entry("Exposure.source_ranges", p -> "192.0.2.0/24"),
          entry("Exposure.load_balancer_class", p -> "example.org/balancer"),
          entry("Exposure.load_balancer_ip", p -> "192.0.2.7"),
          entry("Exposure.allocate_node_ports", p -> false),
          entry("Exposure.ip_family_policy", p -> "PREFER_DUAL_STACK"),
          entry("ResourceReference.container", p -> "main"),
          entry("ResourceReference.resource", p -> "limits.memory"),
          entry("ResourceReference.divisor", p -> "1Mi"),
          entry("HttpProbe.path", p -> "/healthz"),
          entry("HttpProbe.port", p -> "http"),
          entry("TcpProbe.port", p -> "8080"),
          entry("Probe.success_threshold", p -> p.path().contains("readiness") ? 7 : 1),
          entry("Volume.name", p -> "volume-" + p.index()),
          entry("VolumeMount.volume", p -> "volume-0"),
          entry("VolumeMount.path", p -> "/example"),
          entry("EmptyVolume.medium", p -> "Memory"),
          entry("EmptyVolume.size_limit", p -> "64Mi"),
          entry("EphemeralVolume.size", p -> "1Gi"),
          entry("EphemeralVolume.access_modes", p -> "ReadWriteMany"),
          entry("PodFieldFile.path", p -> "file-" + p.index()),
          entry("PodFieldFile.field_ref", p -> "metadata.labels"),
          // The files of a projected volume must not have the same path.
          entry("KeyItem.path", p -> p.path().contains("secret") ? "of-secret" : "of-config"),
          entry("TokenProjection.path", p -> "token"),
          entry("NfsVolume.path", p -> "/example"),
          entry("Update.deadline_seconds", p -> 70),
          entry("Update.max_surge", p -> "7"),
          entry("Update.max_unavailable", p -> "7%"),
          entry("Sysctl.name", p -> "kernel.shm_rmid_forced"),
          entry("Sysctl.value", p -> "1"),
          entry("ContainerSecurity.add_capabilities", p -> "CHOWN"),
          entry("ContainerSecurity.drop_capabilities", p -> "ALL"),
          entry("AppSpec.service_links", p -> false),
          entry("ReadinessGate.condition_type", p -> "example.org/ready"),
          entry("Toleration.operator", p -> p.isEven() ? "EQUAL" : "EXISTS"),
          entry("TopologySpread.node_taints_policy", p -> "HONOR"),
          entry("TopologySpread.match_label_keys", p -> "pod-template-hash"),
          entry("PodTerm.match_label_keys", p -> "pod-template-hash"),
          entry("PodTerm.mismatch_label_keys", p -> "example.org/tenant"),
          entry(
              "Requirement.key", p -> p.path().endsWith("fields.key") ? "metadata.name" : "label"),
          entry("Requirement.operator", p -> "IN"),
          entry("HostAlias.ip", p -> "192.0.2.8"),
          entry("Dns.nameservers", p -> "192.0.2.9"),
          entry("ResourceMetric.name", p -> "memory"),
          entry("ContainerMetric.name", p -> "cpu"),
          entry("ContainerMetric.container", p -> "main"),
          entry("MetricTarget.average_value", p -> "8"),
          entry("MetricTarget.value", p -> "9"),
          entry("ObjectMetric.api_version", p -> "networking.k8s.io/v1"),
          entry("ScalingRules.tolerance", p -> "50m"));

  private static final Map<String, Map<String, String>> MAPS =
      Map.of(
          "Resources.requests", Map.of("cpu", "100m"),
          "Resources.limits", Map.of("memory", "64Mi"),
          "PodTerm.match_labels", Map.of("label", "value"),
          "CsiVolume.attributes", Map.of("share", "example"));

  /** What is only sent, and what the simulated cluster does not have. */
  static final Map<String, String> NEVER =
      Map.of(
          "ConfigVolume.files", "a read shows the name of the ConfigMap that has them",
          "ClaimVolume.size", "it is for a claim that does not exist",
          "ClaimVolume.access_modes", "it is for a claim that does not exist",
          "ClaimVolume.storage_class", "it is for a claim that does not exist",
          "Exposure.ip_families", "a read shows them when IPv6 comes first, which is refused");

  private static final Predicate<Place> INTERNAL = p -> p.variant() == 0;
  private static final Predicate<Place> NOT_BALANCED = p -> p.variant() < 2;
  private static final Predicate<Place> EVEN = Place::isEven;
  private static final Predicate<Place> ODD = EVEN.negate();

  /** Where fields are left out, because another one excludes them. */
  private static final Map<String, Predicate<Place>> LEFT_OUT =
      Map.ofEntries(
          entry("AppSpec.replicas", ODD),
          entry("AppSpec.autoscaling", EVEN),
          entry("Container.restartable", p -> !p.path().contains("init")),
          entry("Update.recreate", INTERNAL.negate()),
          entry("Update.max_surge", INTERNAL),
          entry("Update.max_unavailable", INTERNAL),
          entry("Exposure.headless", INTERNAL.negate()),
          entry("Exposure.source_ranges", NOT_BALANCED),
          entry("Exposure.load_balancer_class", NOT_BALANCED),
          entry("Exposure.load_balancer_ip", NOT_BALANCED),
          entry("Exposure.allocate_node_ports", NOT_BALANCED),
          entry("TrafficPolicies.external", INTERNAL),
          entry("ExposurePort.node_port", p -> p.variant() != 1),
          entry("Probe.grace_period_seconds", p -> p.path().endsWith("readinessProbe")),
          entry("VolumeMount.sub_path", EVEN),
          entry("VolumeMount.sub_path_expr", ODD),
          entry("VolumeMount.propagation", EVEN),
          entry("VolumeMount.recursive_read_only", ODD),
          entry("Toleration.value", ODD),
          entry("TopologySpread.match_labels", ODD),
          entry("TopologySpread.labels", ODD),
          entry("TopologySpread.all_pods", EVEN),
          entry("PodTerm.match_labels", ODD),
          entry("PodTerm.labels", ODD),
          entry("PodTerm.all_pods", EVEN));

  private WholeValues() {}

  /** Whether a spec does not have a field at a place. */
  static boolean isLeftOut(String field, Place place) {
    return NEVER.containsKey(field) || LEFT_OUT.getOrDefault(field, p -> false).test(place);
  }

  /** The value of a field; null when any value of its type will do. */
  static @Nullable JsonNode of(String field, Place place) {
    Function<Place, Object> value = VALUES.get(field);
    return value == null ? null : Json.tree(value.apply(place));
  }

  /** The number of the alternative at a place: each kind of metric has targets of its own. */
  static int choice(Place place, int usual) {
    if (!place.path().endsWith(".target")) {
      return usual;
    }
    if (place.path().endsWith(".container.target")) {
      return 0;
    }
    return place.path().endsWith(".object.target") ? 2 : 1;
  }

  static Map<String, String> map(String field) {
    return MAPS.getOrDefault(field, LABEL);
  }
}
