// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.kubernetes.model.Kind;

/**
 * A kind of objects of an app.
 *
 * @param kubernetesName its name in Kubernetes
 * @param type its type in the client
 */
record Part<T extends HasMetadata>(String kubernetesName, Class<T> type) {
  static final Part<Deployment> DEPLOYMENT = new Part<>("Deployment", Deployment.class);
  static final Part<Service> SERVICE = new Part<>("Service", Service.class);
  static final Part<HorizontalPodAutoscaler> AUTOSCALER =
      new Part<>("HorizontalPodAutoscaler", HorizontalPodAutoscaler.class);
  static final Part<PersistentVolumeClaim> CLAIM =
      new Part<>("PersistentVolumeClaim", PersistentVolumeClaim.class);
  static final Part<ConfigMap> FILES = new Part<>("ConfigMap", ConfigMap.class);

  /** The name of an object in errors and results. */
  String object(String name) {
    return kubernetesName + "/" + name;
  }

  /** The kind of an object of an app that is watched. */
  static Kind kind(HasMetadata object) {
    if (object instanceof Deployment) {
      return Kind.DEPLOYMENT;
    }
    return object instanceof Service ? Kind.SERVICE : Kind.AUTOSCALER;
  }
}
