// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Settings;
import io.roadstead.kubernetes.mapping.Mapping;
import io.roadstead.kubernetes.mapping.Trees;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An app's Deployment: the desired one has only the fields that Roadstead intends to own. */
public final class DeploymentMapping {
  private DeploymentMapping() {}

  /**
   * The Deployment for a spec.
   *
   * @param count the part of the number of pods that Roadstead sets
   * @param live the existing Deployment, or null
   * @param adopted whether another tool created it
   */
  public static Deployment desired(
      AppName name, AppSpec spec, PodCount count, @Nullable Deployment live, boolean adopted) {
    return withSettings(
        new DeploymentBuilder()
            .withNewMetadata()
            .withNamespace(name.namespace())
            .withName(name.app())
            .withLabels(
                adopted ? AppLabels.adopted(spec.labels()) : AppLabels.desired(name, spec.labels()))
            .withAnnotations(Fields.orNull(annotations(spec, count, live, adopted)))
            .endMetadata()
            .withNewSpec()
            .withReplicas(count.owned())
            .withSelector(adopted ? null : selector(name))
            .withTemplate(PodTemplateMapping.desired(name, spec, live, adopted))
            .endSpec()
            .build(),
        spec.settings(),
        live == null ? AppLabels.selector(name) : matchLabels(live));
  }

  /**
   * The part of an existing Deployment that its app's spec expresses, without the number of pods.
   */
  public static Deployment said(Deployment live) {
    return said(live, spec(live));
  }

  private static AppSpec spec(Deployment live) {
    return PodTemplateMapping.observed(live.getSpec().getTemplate())
        .spec(AppLabels.observed(Fields.labels(live.getMetadata())), settings(live));
  }

  private static Settings settings(Deployment live) {
    return Spreads.withoutSelector(
        Mapping.DEPLOYMENT.of(Trees.of(live.getSpec())), matchLabels(live));
  }

  static Deployment said(Deployment live, AppSpec spec) {
    var annotations = new TreeMap<>(spec.annotations());
    annotations.entrySet().retainAll(Fields.annotations(live.getMetadata()).entrySet());
    return withSettings(
        new DeploymentBuilder()
            .withNewMetadata()
            .withLabels(new TreeMap<>(spec.labels()))
            .withAnnotations(annotations)
            .endMetadata()
            .withNewSpec()
            .withTemplate(PodTemplateMapping.said(live, spec))
            .endSpec()
            .build(),
        spec.settings(),
        matchLabels(live));
  }

  private static Deployment withSettings(
      Deployment deployment, Settings settings, Map<String, String> selector) {
    deployment.setSpec(
        Mapping.DEPLOYMENT.with(
            deployment.getSpec(), Spreads.withSelector(settings, selector), DeploymentSpec.class));
    return deployment;
  }

  private static Map<String, String> matchLabels(Deployment live) {
    return live.getSpec().getSelector() == null
        ? Map.of()
        : Fields.orEmpty(live.getSpec().getSelector().getMatchLabels());
  }

  /** The Deployment as Roadstead already owns it, with another number of pods. */
  public static Deployment scaled(Deployment owned, PodCount count) {
    var annotations = new TreeMap<String, String>();
    if (owned.getMetadata().getAnnotations() != null) {
      annotations.putAll(owned.getMetadata().getAnnotations());
    }
    annotations.keySet().removeAll(BeforeStop.KEYS);
    annotations.putAll(count.beforeStop().annotations());
    return new DeploymentBuilder(owned)
        .editMetadata()
        .withAnnotations(annotations)
        .endMetadata()
        .editOrNewSpec()
        .withReplicas(count.owned())
        .endSpec()
        .build();
  }

  /** Only the number of pods, for the manager that holds it for the autoscaler. */
  public static Deployment countOnly(AppName name, PodCount count) {
    var builder =
        new DeploymentBuilder()
            .withNewMetadata()
            .withNamespace(name.namespace())
            .withName(name.app())
            .withAnnotations(count.beforeStop().annotations())
            .endMetadata();
    @Nullable Integer replicas = count.owned();
    return replicas == null
        ? builder.build()
        : builder.withNewSpec().withReplicas(replicas).endSpec().build();
  }

  /** Those that the pods alone have, or that differ between it and its pods, stay as they are. */
  private static Map<String, String> annotations(
      AppSpec spec, PodCount count, @Nullable Deployment live, boolean adopted) {
    var annotations = new TreeMap<>(spec.annotations());
    if (live != null) {
      Map<String, String> onDeployment = Fields.annotations(live.getMetadata());
      Map<String, String> onPods = Fields.annotations(live.getSpec().getTemplate().getMetadata());
      annotations
          .keySet()
          .removeIf(
              key ->
                  onPods.containsKey(key)
                      && !Objects.equals(onPods.get(key), onDeployment.get(key)));
    }
    annotations.putAll(count.beforeStop().annotations());
    if (adopted) {
      annotations.put(AppKeys.ADOPTED, "true");
    }
    return annotations;
  }

  /** The record of a Deployment. */
  public static DeploymentRecord observed(Deployment deployment) {
    ObjectMeta meta = deployment.getMetadata();
    DeploymentSpec spec = deployment.getSpec();
    Map<String, String> labels = Fields.only(meta.getLabels(), key -> true);
    Map<String, String> ours =
        Fields.only(meta.getAnnotations(), key -> key.startsWith(AppKeys.PREFIX));
    PodTemplate template = PodTemplateMapping.observed(spec.getTemplate());
    Settings settings = settings(deployment);
    return new DeploymentRecord(
        Meta.of(meta),
        labels,
        Fields.only(
            meta.getAnnotations(),
            key -> key.startsWith(AppKeys.PREFIX) || key.equals(AppKeys.REVISION)),
        spec.getSelector() == null
            ? Map.of()
            : Fields.only(spec.getSelector().getMatchLabels(), key -> true),
        spec.getReplicas() == null ? 1 : spec.getReplicas(),
        template,
        settings,
        NotShown.of(deployment, template.spec(AppLabels.observed(labels), settings)),
        Digest.of(Digest.without(spec, "replicas"), labels, ours),
        observed(deployment.getStatus()));
  }

  private static DeploymentRecord.Status observed(@Nullable DeploymentStatus status) {
    DeploymentStatus found = status == null ? new DeploymentStatus() : status;
    return new DeploymentRecord.Status(
        Fields.orZero(found.getObservedGeneration()),
        Fields.orZero(found.getReplicas()),
        Fields.orZero(found.getUpdatedReplicas()),
        Fields.orZero(found.getReadyReplicas()),
        Fields.orZero(found.getAvailableReplicas()),
        Conditions.OF_DEPLOYMENT.observed(found.getConditions()));
  }

  private static LabelSelector selector(AppName name) {
    return new LabelSelectorBuilder().withMatchLabels(AppLabels.selector(name)).build();
  }
}
