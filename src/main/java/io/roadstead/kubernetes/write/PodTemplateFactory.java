// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import java.util.TreeMap;

/** Builds pod templates. Every difference from the running one restarts the app's pods. */
final class PodTemplateFactory {
  private PodTemplateFactory() {}

  /**
   * The template of an app that Roadstead made itself.
   *
   * <p>Secure where ordinary images do not notice: the runtime's seccomp profile, and no token of
   * the namespace's default account, which nothing asked for; who names an account gets its token.
   * Grace period and spreading over nodes and zones are left to Kubernetes, whose defaults are
   * good.
   */
  static PodTemplateSpec desired(AppName name, AppSpec spec) {
    var pod =
        asSent(spec)
            .withContainers(spec.containers().stream().map(ContainerFactory::desired).toList())
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
        .withLabels(AppLabels.of(name, spec.labels()))
        .withAnnotations(new TreeMap<>(spec.annotations()))
        .endMetadata()
        .withSpec(pod.build())
        .build();
  }

  /**
   * The template of an adopted app: nothing but what was sent, none of our labels and defaults, so
   * that adopting an app with the spec that it has restarts nothing.
   */
  static PodTemplateSpec adopted(AppSpec spec) {
    var pod =
        asSent(spec)
            .withContainers(spec.containers().stream().map(ContainerFactory::plain).toList());
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(new TreeMap<>(spec.labels()))
        .withAnnotations(new TreeMap<>(spec.annotations()))
        .endMetadata()
        .withSpec(pod.build())
        .build();
  }

  private static PodSpecBuilder asSent(AppSpec spec) {
    return new PodSpecBuilder()
        .withImagePullSecrets(
            spec.imagePullSecrets().stream().map(LocalObjectReference::new).toList())
        .withServiceAccountName(spec.serviceAccountName());
  }
}
