// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.kubernetes.model.Kind;
import java.util.stream.Stream;

/**
 * A kind of objects of an app.
 *
 * @param kind its kind
 * @param type its type in the client
 */
record Part<T extends HasMetadata>(Kind kind, Class<T> type) {
  static final Part<Deployment> DEPLOYMENT = new Part<>(Kind.DEPLOYMENT, Deployment.class);
  static final Part<Service> SERVICE = new Part<>(Kind.SERVICE, Service.class);
  static final Part<HorizontalPodAutoscaler> AUTOSCALER =
      new Part<>(Kind.AUTOSCALER, HorizontalPodAutoscaler.class);

  /** The name of an object in errors and results. */
  String object(String name) {
    return kind.kubernetesName() + "/" + name;
  }

  /** The kind of an object of an app. */
  static Kind kind(HasMetadata object) {
    return Stream.of(DEPLOYMENT, SERVICE, AUTOSCALER)
        .filter(part -> part.type().isInstance(object))
        .findFirst()
        .orElseThrow()
        .kind();
  }
}
