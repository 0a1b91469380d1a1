// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.roadstead.app.AppSpec;
import io.roadstead.app.Container;
import io.roadstead.app.Settings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pod template of a Deployment, to the extent that an app's spec can express it.
 *
 * @param labels all labels of the pods
 * @param annotations custom annotations of the pods, without those of Kubernetes and Roadstead
 * @param containers the containers
 * @param initContainers the init containers
 * @param imagePullSecrets names of Secrets with registry credentials
 * @param serviceAccountName the pods' ServiceAccount, or null for the namespace's default
 */
public record PodTemplate(
    Map<String, String> labels,
    Map<String, String> annotations,
    List<Container> containers,
    List<Container> initContainers,
    List<String> imagePullSecrets,
    @Nullable String serviceAccountName) {
  public PodTemplate {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    containers = List.copyOf(containers);
    initContainers = List.copyOf(initContainers);
    imagePullSecrets = List.copyOf(imagePullSecrets);
  }

  /** The spec of an app with this template; without scale and exposure. */
  AppSpec spec(Map<String, String> ownLabels, Settings settings) {
    return new AppSpec(
        containers,
        null,
        null,
        ownLabels,
        annotations,
        imagePullSecrets,
        serviceAccountName,
        initContainers,
        settings);
  }
}
