// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import java.util.List;
import java.util.Map;

/** The types of which only one of several fields may be set. */
final class Unions {
  /**
   * A choice between fields.
   *
   * @param members the fields of which one is set
   * @param required whether one must be set
   */
  record Union(List<String> members, boolean required) {}

  private static final List<String> VOLUME_SOURCES =
      Schema.bundled().fields("Volume").stream()
          .map(Schema.Field::name)
          .filter(name -> !name.equals("name"))
          .toList();

  private static final Map<String, Union> UNIONS =
      Map.ofEntries(
          one("Probe", "exec", "grpc", "httpGet", "tcpSocket"),
          one("LifecycleHandler", "exec", "httpGet", "sleep", "tcpSocket"),
          one(
              "EnvVarSource",
              "configMapKeyRef",
              "fieldRef",
              "fileKeyRef",
              "resourceFieldRef",
              "secretKeyRef"),
          one("EnvFromSource", "configMapRef", "secretRef"),
          Map.entry("EnvVar", new Union(List.of("value", "valueFrom"), false)),
          Map.entry("Volume", new Union(VOLUME_SOURCES, true)),
          one("VolumeProjection", "configMap", "downwardAPI", "secret", "serviceAccountToken"),
          Map.entry("VolumeMount", new Union(List.of("subPath", "subPathExpr"), false)),
          one("DownwardAPIVolumeFile", "fieldRef", "resourceFieldRef"),
          one("PodResourceClaim", "resourceClaimName", "resourceClaimTemplateName"),
          one("MetricSpec", "containerResource", "external", "object", "pods", "resource"),
          one("FCVolumeSource", "targetWWNs", "wwids"),
          one("FlockerVolumeSource", "datasetName", "datasetUUID"),
          one("MetricTarget", "averageUtilization", "averageValue", "value"));

  /** What the API server wants although its schema does not say so. */
  private static final Map<String, List<String>> ALSO_REQUIRED =
      Map.ofEntries(
          Map.entry("DeploymentSpec", List.of("selector", "template")),
          Map.entry("PodTemplateSpec", List.of("metadata", "spec")),
          Map.entry("PodSpec", List.of("containers")),
          Map.entry("Container", List.of("image")),
          Map.entry("ConfigMapKeySelector", List.of("name")),
          Map.entry("SecretKeySelector", List.of("name")),
          Map.entry("ConfigMapEnvSource", List.of("name")),
          Map.entry("SecretEnvSource", List.of("name")),
          Map.entry("ConfigMapVolumeSource", List.of("name")),
          Map.entry("SecretVolumeSource", List.of("secretName")),
          Map.entry("ConfigMapProjection", List.of("name")),
          Map.entry("SecretProjection", List.of("name")),
          Map.entry("LocalObjectReference", List.of("name")),
          Map.entry("ExecAction", List.of("command")),
          Map.entry("HostAlias", List.of("hostnames")),
          Map.entry("ImageVolumeSource", List.of("reference")),
          Map.entry("EphemeralVolumeSource", List.of("volumeClaimTemplate")),
          Map.entry("PersistentVolumeClaimSpec", List.of("accessModes", "resources")),
          Map.entry("VolumeResourceRequirements", List.of("requests")),
          Map.entry("FCVolumeSource", List.of("lun")),
          Map.entry("ISCSIVolumeSource", List.of("lun")),
          Map.entry("AzureDiskVolumeSource", List.of("diskName", "diskURI")),
          Map.entry("StorageOSVolumeSource", List.of("volumeName")),
          Map.entry("NodeSelectorTerm", List.of("matchExpressions")),
          Map.entry("PodAffinityTerm", List.of("labelSelector")),
          Map.entry("TopologySpreadConstraint", List.of("labelSelector")),
          Map.entry("PodDNSConfigOption", List.of("name")),
          Map.entry("ContainerRestartRule", List.of("exitCodes")),
          Map.entry("ContainerRestartRuleOnExitCodes", List.of("values")),
          Map.entry("TypedLocalObjectReference", List.of("apiGroup")),
          Map.entry("TypedObjectReference", List.of("apiGroup")),
          Map.entry("CrossVersionObjectReference", List.of("apiVersion")),
          Map.entry("HPAScalingRules", List.of("policies")),
          Map.entry("ScaleIOVolumeSource", List.of("volumeName")),
          Map.entry("ServiceSpec", List.of("ports", "selector")));

  private Unions() {}

  static Union of(String type) {
    return UNIONS.getOrDefault(type, new Union(List.of(), false));
  }

  static boolean isRequired(String type, Schema.Field field) {
    return field.required() || ALSO_REQUIRED.getOrDefault(type, List.of()).contains(field.name());
  }

  private static Map.Entry<String, Union> one(String type, String... members) {
    return Map.entry(type, new Union(List.of(members), true));
  }
}
