// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.kubernetes.watch.AppKeys;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds the Deployment that Roadstead wants: only the fields that it means to own. */
final class DeploymentFactory {
  /** On a Deployment that Roadstead did not make: its pod template gets no defaults of ours. */
  static final String ADOPTED = AppKeys.PREFIX + "adopted";

  private DeploymentFactory() {}

  /**
   * The Deployment for a spec.
   *
   * @param replicas what of the number of pods is ours to say
   * @param adopted whether somebody else made it
   */
  static Deployment desired(AppName name, AppSpec spec, Replicas replicas, boolean adopted) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withNamespace(name.namespace())
        .withName(name.app())
        .withLabels(AppLabels.of(name, spec.labels()))
        .withAnnotations(annotations(spec, replicas, adopted))
        .endMetadata()
        .withNewSpec()
        .withReplicas(replicas.owned())
        .withSelector(adopted ? null : selector(name))
        .withTemplate(
            adopted ? PodTemplateFactory.adopted(spec) : PodTemplateFactory.desired(name, spec))
        .endSpec()
        .build();
  }

  /** The same Deployment as Roadstead owns it already, with another number of pods. */
  static Deployment scaled(Deployment owned, Replicas replicas) {
    var annotations = new TreeMap<String, String>();
    if (owned.getMetadata().getAnnotations() != null) {
      annotations.putAll(owned.getMetadata().getAnnotations());
    }
    annotations.remove(AppKeys.REPLICAS_BEFORE_STOP);
    annotations.putAll(beforeStop(replicas));
    return new DeploymentBuilder(owned)
        .editMetadata()
        .withAnnotations(annotations)
        .endMetadata()
        .editOrNewSpec()
        .withReplicas(replicas.owned())
        .endSpec()
        .build();
  }

  /**
   * Nothing but the number of pods, for the manager that holds it for the autoscaler.
   *
   * @param replicas the number, or null to hold nothing any more
   */
  static Deployment replicasOnly(AppName name, @Nullable Integer replicas) {
    var builder =
        new DeploymentBuilder()
            .withNewMetadata()
            .withNamespace(name.namespace())
            .withName(name.app())
            .endMetadata();
    return replicas == null
        ? builder.build()
        : builder.withNewSpec().withReplicas(replicas).endSpec().build();
  }

  private static Map<String, String> annotations(AppSpec spec, Replicas replicas, boolean adopted) {
    var annotations = new TreeMap<>(spec.annotations());
    annotations.putAll(beforeStop(replicas));
    if (adopted) {
      annotations.put(ADOPTED, "true");
    }
    return annotations;
  }

  private static Map<String, String> beforeStop(Replicas replicas) {
    @Nullable Integer before = replicas.beforeStop();
    return before == null
        ? Map.of()
        : Map.of(AppKeys.REPLICAS_BEFORE_STOP, Integer.toString(before));
  }

  private static LabelSelector selector(AppName name) {
    return new LabelSelectorBuilder().withMatchLabels(AppLabels.selector(name)).build();
  }
}
