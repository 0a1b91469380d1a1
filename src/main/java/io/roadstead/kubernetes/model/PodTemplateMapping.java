// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.SeccompProfileBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Container;
import io.roadstead.app.Metadata;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pod template of an app. Every difference from the running template restarts the pods. */
final class PodTemplateMapping {
  private PodTemplateMapping() {}

  /**
   * The template of an app.
   *
   * <p>An app that Roadstead created itself is secure to the extent that ordinary images are not
   * affected: the runtime's seccomp profile, and no token of the namespace's default
   * ServiceAccount, unless the spec names an account. Both stay as they are in an existing app when
   * the spec leaves them out; an adopted app gets none of Roadstead's labels and defaults.
   *
   * @param live the existing Deployment, or null
   * @param adopted whether another tool created it
   */
  static PodTemplateSpec desired(
      AppName name, AppSpec spec, @Nullable Deployment live, boolean adopted) {
    @Nullable PodTemplateSpec running = live == null ? null : live.getSpec().getTemplate();
    @Nullable PodSpec pod = running == null ? null : running.getSpec();
    var builder =
        asSent(spec)
            .withInitContainers(
                containers(
                    spec.initContainers(), pod == null ? null : pod.getInitContainers(), adopted))
            .withContainers(
                containers(spec.containers(), pod == null ? null : pod.getContainers(), adopted));
    keepSecurity(builder, spec, pod);
    return new PodTemplateSpecBuilder()
        .withMetadata(metadata(labels(name, spec, live, adopted), spec.annotations()))
        .withSpec(builder.build())
        .build();
  }

  /** Null when there is nothing to own: applying an empty object would own the object itself. */
  private static @Nullable ObjectMeta metadata(
      Map<String, String> labels, Map<String, String> annotations) {
    return labels.isEmpty() && annotations.isEmpty()
        ? null
        : new ObjectMetaBuilder()
            .withLabels(Fields.orNull(labels))
            .withAnnotations(Fields.orNull(new TreeMap<>(annotations)))
            .build();
  }

  private static List<io.fabric8.kubernetes.api.model.Container> containers(
      List<Container> wanted,
      @Nullable List<io.fabric8.kubernetes.api.model.Container> live,
      boolean adopted) {
    return wanted.stream()
        .map(
            container ->
                ContainerMapping.desired(
                    container,
                    Fields.orEmpty(live).stream()
                        .filter(other -> container.name().equals(other.getName()))
                        .findFirst()
                        .orElse(null),
                    adopted))
        .toList();
  }

  /** What the spec may leave out. */
  private static void keepSecurity(PodSpecBuilder builder, AppSpec spec, @Nullable PodSpec live) {
    var said = spec.settings().group("security");
    if (!said.has("accountToken")) {
      builder.withAutomountServiceAccountToken(
          live != null ? live.getAutomountServiceAccountToken() : defaultToken(spec));
    }
    if (said.has("seccomp")) {
      return;
    }
    var kept = live == null ? null : live.getSecurityContext();
    var profile =
        live == null
            ? new SeccompProfileBuilder().withType("RuntimeDefault").build()
            : kept == null ? null : kept.getSeccompProfile();
    if (profile != null) {
      builder.withNewSecurityContext().withSeccompProfile(profile).endSecurityContext();
    }
  }

  private static @Nullable Boolean defaultToken(AppSpec spec) {
    return spec.serviceAccountName() == null ? Boolean.FALSE : null;
  }

  /**
   * Labels that the Deployment alone has, or that differ between it and its pods, stay as they are;
   * so do those by which it selects its pods: the selector is immutable.
   */
  private static Map<String, String> labels(
      AppName name, AppSpec spec, @Nullable Deployment live, boolean adopted) {
    var labels = new TreeMap<>(spec.labels());
    if (!adopted) {
      labels.putAll(AppLabels.desired(name, spec.labels()));
    }
    if (live != null) {
      Map<String, String> onPods = Fields.labels(live.getSpec().getTemplate().getMetadata());
      Map<String, String> onDeployment = Fields.labels(live.getMetadata());
      labels
          .keySet()
          .removeIf(
              key ->
                  onDeployment.containsKey(key)
                      && !Objects.equals(onDeployment.get(key), onPods.get(key)));
      labels.putAll(Fields.orEmpty(live.getSpec().getSelector().getMatchLabels()));
    }
    return labels;
  }

  static PodTemplate observed(PodTemplateSpec template) {
    ObjectMeta meta = template.getMetadata() == null ? new ObjectMeta() : template.getMetadata();
    PodSpec spec = template.getSpec();
    String account = spec.getServiceAccountName();
    return new PodTemplate(
        Fields.only(meta.getLabels(), key -> true),
        Fields.only(meta.getAnnotations(), key -> !Metadata.isReserved(key)),
        Fields.orEmpty(spec.getContainers()).stream()
            .map(ContainerMapping::observed)
            // Kubernetes can store it here too, where it means the same as nothing.
            .map(container -> container.with(container.settings().with("restartable", null)))
            .toList(),
        Fields.orEmpty(spec.getInitContainers()).stream().map(ContainerMapping::observed).toList(),
        Fields.orEmpty(spec.getImagePullSecrets()).stream()
            .map(LocalObjectReference::getName)
            .filter(Objects::nonNull)
            .toList(),
        account == null || account.isEmpty() ? null : account);
  }

  /** The template of an existing app with only what its spec says. */
  static PodTemplateSpec said(Deployment live, AppSpec spec) {
    var labels = new TreeMap<>(spec.labels());
    labels
        .entrySet()
        .retainAll(Fields.labels(live.getSpec().getTemplate().getMetadata()).entrySet());
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(labels)
        .withAnnotations(new TreeMap<>(spec.annotations()))
        .endMetadata()
        .withSpec(
            asSent(spec)
                .withInitContainers(
                    spec.initContainers().stream().map(ContainerMapping::asSent).toList())
                .withContainers(spec.containers().stream().map(ContainerMapping::asSent).toList())
                .build())
        .build();
  }

  private static PodSpecBuilder asSent(AppSpec spec) {
    return new PodSpecBuilder()
        .withImagePullSecrets(
            spec.imagePullSecrets().stream().map(LocalObjectReference::new).toList())
        .withServiceAccountName(spec.serviceAccountName());
  }
}
