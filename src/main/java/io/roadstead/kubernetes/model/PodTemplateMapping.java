// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Metadata;
import java.util.Objects;
import java.util.TreeMap;

/** The pod template of an app. Every difference from the running template restarts the pods. */
final class PodTemplateMapping {
  private PodTemplateMapping() {}

  /**
   * The template of an app that Roadstead created itself.
   *
   * <p>Secure to the extent that ordinary images are not affected: the runtime's seccomp profile,
   * and no token of the namespace's default ServiceAccount, unless the spec names an account. Grace
   * period and spreading over nodes and zones are left to the defaults of Kubernetes.
   */
  static PodTemplateSpec desired(AppName name, AppSpec spec) {
    var pod =
        asSent(spec)
            .withContainers(spec.containers().stream().map(ContainerMapping::desired).toList())
            .withNewSecurityContext()
            .withNewSeccompProfile()
            .withType("RuntimeDefault")
            .endSeccompProfile()
            .endSecurityContext();
    if (spec.serviceAccountName() == null) {
      pod.withAutomountServiceAccountToken(false);
    }
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(AppLabels.desired(name, spec.labels()))
        .withAnnotations(new TreeMap<>(spec.annotations()))
        .endMetadata()
        .withSpec(pod.build())
        .build();
  }

  /**
   * The template of an adopted app: only what was sent, without Roadstead's labels and defaults, so
   * that adopting an app with its current spec restarts nothing.
   */
  static PodTemplateSpec adopted(AppSpec spec) {
    var pod =
        asSent(spec)
            .withContainers(spec.containers().stream().map(ContainerMapping::adopted).toList());
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(new TreeMap<>(spec.labels()))
        .withAnnotations(new TreeMap<>(spec.annotations()))
        .endMetadata()
        .withSpec(pod.build())
        .build();
  }

  static PodTemplate observed(PodTemplateSpec template) {
    ObjectMeta meta = template.getMetadata() == null ? new ObjectMeta() : template.getMetadata();
    PodSpec spec = template.getSpec();
    String account = spec.getServiceAccountName();
    return new PodTemplate(
        Fields.only(meta.getLabels(), key -> true),
        Fields.only(meta.getAnnotations(), key -> !Metadata.isReserved(key)),
        Fields.orEmpty(spec.getContainers()).stream().map(ContainerMapping::observed).toList(),
        Fields.orEmpty(spec.getImagePullSecrets()).stream()
            .map(LocalObjectReference::getName)
            .filter(Objects::nonNull)
            .toList(),
        account == null || account.isEmpty() ? null : account);
  }

  private static PodSpecBuilder asSent(AppSpec spec) {
    return new PodSpecBuilder()
        .withImagePullSecrets(
            spec.imagePullSecrets().stream().map(LocalObjectReference::new).toList())
        .withServiceAccountName(spec.serviceAccountName());
  }
}
