// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import static io.roadstead.simulation.store.fields.TypeSchema.ATOMIC;
import static io.roadstead.simulation.store.fields.TypeSchema.SET;
import static io.roadstead.simulation.store.fields.TypeSchema.list;
import static io.roadstead.simulation.store.fields.TypeSchema.listOfAtomic;
import static io.roadstead.simulation.store.fields.TypeSchema.object;

import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.Map;

/**
 * The merge rules of each kind, after the {@code x-kubernetes-list-type}, {@code -map-keys} and
 * {@code -map-type} markers of the <a
 * href="https://github.com/kubernetes/kubernetes/blob/master/api/openapi-spec/swagger.json">API
 * definition</a>.
 */
final class Schemas {
  private static final TypeSchema METADATA =
      object(Map.of("ownerReferences", listOfAtomic("uid"), "finalizers", SET));

  private static final TypeSchema CONDITIONS = object(Map.of("conditions", list("type")));

  private static final TypeSchema VALUE_FROM =
      object(
          Map.of(
              "configMapKeyRef", ATOMIC,
              "fieldRef", ATOMIC,
              "resourceFieldRef", ATOMIC,
              "secretKeyRef", ATOMIC));

  private static final TypeSchema CONTAINERS =
      list("name")
          .of(
              Map.of(
                  "ports", list("containerPort", "protocol"),
                  "env", list("name").of(Map.of("valueFrom", VALUE_FROM)),
                  "volumeMounts", list("mountPath"),
                  "volumeDevices", list("devicePath"),
                  "resources", object(Map.of("claims", list("name")))));

  private static final TypeSchema NODE_AFFINITY =
      object(Map.of("requiredDuringSchedulingIgnoredDuringExecution", ATOMIC));

  private static final TypeSchema POD_SPEC =
      object(Map.of("nodeSelector", ATOMIC))
          .with("containers", CONTAINERS)
          .with("initContainers", CONTAINERS)
          .with("ephemeralContainers", CONTAINERS)
          .with("volumes", list("name"))
          .with("imagePullSecrets", listOfAtomic("name"))
          .with("hostAliases", list("ip"))
          .with("resourceClaims", list("name"))
          .with("schedulingGates", list("name"))
          .with(
              "topologySpreadConstraints",
              list("topologyKey", "whenUnsatisfiable").of(Map.of("labelSelector", ATOMIC)))
          .with("affinity", object(Map.of("nodeAffinity", NODE_AFFINITY)));

  private static final TypeSchema TEMPLATED =
      object(
          Map.of(
              "metadata",
              METADATA,
              "spec",
              object(
                  Map.of(
                      "selector",
                      ATOMIC,
                      "template",
                      object(Map.of("metadata", METADATA, "spec", POD_SPEC)))),
              "status",
              CONDITIONS));

  private static final TypeSchema POD =
      object(
          Map.of(
              "metadata",
              METADATA,
              "spec",
              POD_SPEC,
              "status",
              CONDITIONS.with("podIPs", list("ip"))));

  private static final TypeSchema SERVICE =
      object(
          Map.of(
              "metadata",
              METADATA,
              "spec",
              object(Map.of("ports", list("port", "protocol"), "selector", ATOMIC)),
              "status",
              CONDITIONS));

  private static final TypeSchema NODE =
      object(
          Map.of(
              "metadata",
              METADATA,
              "spec",
              object(Map.of("podCIDRs", SET)),
              "status",
              CONDITIONS.with("addresses", list("type"))));

  private static final TypeSchema SERVICE_ACCOUNT =
      object(
          Map.of(
              "metadata", METADATA, "imagePullSecrets", ATOMIC, "secrets", listOfAtomic("name")));

  private static final TypeSchema QUOTA =
      object(
          Map.of(
              "metadata",
              METADATA,
              "spec",
              object(Map.of("scopeSelector", ATOMIC)),
              "status",
              CONDITIONS));

  private static final TypeSchema BUDGET =
      object(
          Map.of(
              "metadata",
              METADATA,
              "spec",
              object(Map.of("selector", ATOMIC)),
              "status",
              CONDITIONS));

  private static final TypeSchema EVENT =
      object(Map.of("metadata", METADATA, "involvedObject", ATOMIC, "related", ATOMIC));

  private static final TypeSchema ANY = object(Map.of("metadata", METADATA, "status", CONDITIONS));

  private static final Map<ResourceKind, TypeSchema> BY_KIND =
      Map.of(
          ResourceKinds.DEPLOYMENT, TEMPLATED,
          ResourceKinds.REPLICA_SET, TEMPLATED,
          ResourceKinds.POD, POD,
          ResourceKinds.SERVICE, SERVICE,
          ResourceKinds.NODE, NODE,
          ResourceKinds.EVENT, EVENT,
          ResourceKinds.SERVICE_ACCOUNT, SERVICE_ACCOUNT,
          ResourceKinds.RESOURCE_QUOTA, QUOTA,
          ResourceKinds.POD_DISRUPTION_BUDGET, BUDGET);

  private Schemas() {}

  static TypeSchema of(ResourceKind kind) {
    return BY_KIND.getOrDefault(kind, ANY);
  }
}
