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
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An app's Deployment: the desired one has only the fields that Roadstead intends to own. */
public final class DeploymentMapping {
  private DeploymentMapping() {}

  /**
   * The Deployment for a spec.
   *
   * @param count the part of the number of pods that Roadstead sets
   * @param adopted whether another manager created it
   */
  public static Deployment desired(AppName name, AppSpec spec, PodCount count, boolean adopted) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withNamespace(name.namespace())
        .withName(name.app())
        .withLabels(AppLabels.desired(name, spec.labels()))
        .withAnnotations(annotations(spec, count, adopted))
        .endMetadata()
        .withNewSpec()
        .withReplicas(count.owned())
        .withSelector(adopted ? null : selector(name))
        .withTemplate(
            adopted ? PodTemplateMapping.adopted(spec) : PodTemplateMapping.desired(name, spec))
        .endSpec()
        .build();
  }

  /** The Deployment as Roadstead already owns it, with another number of pods. */
  public static Deployment scaled(Deployment owned, PodCount count) {
    var annotations = new TreeMap<String, String>();
    if (owned.getMetadata().getAnnotations() != null) {
      annotations.putAll(owned.getMetadata().getAnnotations());
    }
    annotations.remove(AppKeys.REPLICAS_BEFORE_STOP);
    annotations.putAll(beforeStop(count));
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
            .withAnnotations(beforeStop(count))
            .endMetadata();
    @Nullable Integer replicas = count.owned();
    return replicas == null
        ? builder.build()
        : builder.withNewSpec().withReplicas(replicas).endSpec().build();
  }

  private static Map<String, String> annotations(AppSpec spec, PodCount count, boolean adopted) {
    var annotations = new TreeMap<>(spec.annotations());
    annotations.putAll(beforeStop(count));
    if (adopted) {
      annotations.put(AppKeys.ADOPTED, "true");
    }
    return annotations;
  }

  private static Map<String, String> beforeStop(PodCount count) {
    @Nullable Integer before = count.beforeStop();
    return before == null
        ? Map.of()
        : Map.of(AppKeys.REPLICAS_BEFORE_STOP, Integer.toString(before));
  }

  /** The record of a Deployment. */
  public static DeploymentRecord observed(Deployment deployment) {
    ObjectMeta meta = deployment.getMetadata();
    DeploymentSpec spec = deployment.getSpec();
    Map<String, String> labels = Fields.only(meta.getLabels(), key -> true);
    Map<String, String> ours =
        Fields.only(meta.getAnnotations(), key -> key.startsWith(AppKeys.PREFIX));
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
        PodTemplateMapping.observed(spec.getTemplate()),
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
