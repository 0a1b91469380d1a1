// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.kubernetes.model.Kind;
import java.util.List;

/**
 * One of the objects of an app; all have its name.
 *
 * @param kind its kind
 * @param type its type in the client
 */
record Part<T extends HasMetadata>(Kind kind, Class<T> type) {
  static final Part<Deployment> DEPLOYMENT = new Part<>(Kind.DEPLOYMENT, Deployment.class);
  static final Part<Service> SERVICE = new Part<>(Kind.SERVICE, Service.class);
  static final Part<HorizontalPodAutoscaler> AUTOSCALER =
      new Part<>(Kind.AUTOSCALER, HorizontalPodAutoscaler.class);

  static final List<Part<?>> ALL = List.of(DEPLOYMENT, SERVICE, AUTOSCALER);
}
