// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that no generated app has, each with the reason. */
final class Skipped {
  private static final String PODS_ONLY = "the API server refuses it in a pod template";
  private static final String OF_SERVER = "the API server sets it";
  private static final String GATE = "its feature gate is off, so the API server drops it";

  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("PodSpec.ephemeralContainers", PODS_ONLY),
          Map.entry("PodSpec.activeDeadlineSeconds", PODS_ONLY),
          Map.entry("PodSpec.schedulingGroup", GATE),
          Map.entry("Lifecycle.stopSignal", GATE),
          Map.entry("VolumeProjection.clusterTrustBundle", GATE),
          Map.entry("VolumeProjection.podCertificate", GATE),
          Map.entry("ObjectMeta.creationTimestamp", OF_SERVER),
          Map.entry("ObjectMeta.deletionTimestamp", OF_SERVER),
          Map.entry("ObjectMeta.deletionGracePeriodSeconds", OF_SERVER),
          Map.entry("ObjectMeta.generation", OF_SERVER),
          Map.entry("ObjectMeta.resourceVersion", OF_SERVER),
          Map.entry("ObjectMeta.selfLink", OF_SERVER),
          Map.entry("ObjectMeta.uid", OF_SERVER),
          Map.entry("ObjectMeta.managedFields", OF_SERVER),
          Map.entry("ObjectMeta.namespace", "it is the namespace of the Deployment"),
          Map.entry("ObjectMeta.name", "a template gives its pods no name"),
          Map.entry("ObjectMeta.generateName", "a template gives its pods no name"),
          Map.entry("ObjectMeta.finalizers", "no one would remove it from the pods"),
          Map.entry("ObjectMeta.ownerReferences", "the owner of a pod is its ReplicaSet"));

  /** Values that a type has everywhere but at these places. */
  private static final Map<String, String> NOT_AT =
      Map.of(
          "readinessProbe.terminationGracePeriodSeconds", "it is for probes that end a container",
          "resource.target.value", "a target of pods is an average",
          "containerResource.target.value", "a target of pods is an average",
          "pods.target.value", "a target of pods is an average",
          "pods.target.averageUtilization", "only resources have a utilization",
          "object.target.averageUtilization", "only resources have a utilization",
          "external.target.averageUtilization", "only resources have a utilization",
          "template.spec.resources.claims[].name", "a pod as a whole claims none",
          "template.spec.resources.claims[].request", "a pod as a whole claims none");

  private Skipped() {}

  /** Whether no generated app has the value at that place. */
  static boolean isAt(String path) {
    return NOT_AT.keySet().stream().anyMatch(end -> path.endsWith("." + end) || path.equals(end));
  }

  /** The skipped fields, as {@code Type.field}. */
  static Set<String> names() {
    return REASONS.keySet();
  }

  static @Nullable String reason(String type, String field) {
    return REASONS.get(type + "." + field);
  }
}
