// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.roadstead.app.Metadata;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Projects a Deployment. */
final class DeploymentProjection {
  private DeploymentProjection() {}

  static DeploymentRecord project(Deployment deployment) {
    ObjectMeta meta = deployment.getMetadata();
    DeploymentSpec spec = deployment.getSpec();
    Map<String, String> labels = Fields.only(meta.getLabels(), key -> true);
    Map<String, String> ours =
        Fields.only(meta.getAnnotations(), key -> key.startsWith(AppKeys.PREFIX));
    return new DeploymentRecord(
        Fields.meta(meta),
        labels,
        Fields.only(
            meta.getAnnotations(),
            key -> key.startsWith(AppKeys.PREFIX) || key.equals(AppKeys.REVISION)),
        spec.getSelector() == null
            ? Map.of()
            : Fields.only(spec.getSelector().getMatchLabels(), key -> true),
        spec.getReplicas() == null ? 1 : spec.getReplicas(),
        template(spec.getTemplate()),
        Digest.of(Digest.without(spec, "replicas"), labels, ours),
        status(deployment.getStatus()));
  }

  private static PodTemplate template(PodTemplateSpec template) {
    ObjectMeta meta = template.getMetadata() == null ? new ObjectMeta() : template.getMetadata();
    var spec = template.getSpec();
    String account = spec.getServiceAccountName();
    return new PodTemplate(
        Fields.only(meta.getLabels(), key -> true),
        Fields.only(meta.getAnnotations(), key -> !Metadata.isReserved(key)),
        ContainerReader.readAll(spec.getContainers()),
        Fields.orEmpty(spec.getImagePullSecrets()).stream()
            .map(LocalObjectReference::getName)
            .filter(Objects::nonNull)
            .toList(),
        account == null || account.isEmpty() ? null : account);
  }

  private static DeploymentRecord.Status status(@Nullable DeploymentStatus status) {
    DeploymentStatus found = status == null ? new DeploymentStatus() : status;
    return new DeploymentRecord.Status(
        Numbers.orZero(found.getObservedGeneration()),
        Numbers.orZero(found.getReplicas()),
        Numbers.orZero(found.getUpdatedReplicas()),
        Numbers.orZero(found.getReadyReplicas()),
        Numbers.orZero(found.getAvailableReplicas()),
        Conditions.ofDeployment(found));
  }
}
