// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.roadstead.app.Container;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pod template of a Deployment, to the extent that an app's spec can express it.
 *
 * @param labels all labels of the pods
 * @param annotations custom annotations of the pods, without those of Kubernetes and Roadstead
 * @param containers the containers, without init containers
 * @param imagePullSecrets names of Secrets with registry credentials
 * @param serviceAccountName the pods' ServiceAccount, or null for the namespace's default
 */
public record PodTemplate(
    Map<String, String> labels,
    Map<String, String> annotations,
    List<Container> containers,
    List<String> imagePullSecrets,
    @Nullable String serviceAccountName) {
  public PodTemplate {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    containers = List.copyOf(containers);
    imagePullSecrets = List.copyOf(imagePullSecrets);
  }
}
