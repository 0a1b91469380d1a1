// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.roadstead.app.Settings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record of a Deployment.
 *
 * @param meta its metadata
 * @param labels all its labels
 * @param annotations Roadstead's annotations and the revision
 * @param selector the labels by which it selects its pods
 * @param desiredReplicas the desired number of pods
 * @param template its pod template
 * @param settings the settings of the app that it has
 * @param notShown the paths of what the spec of an app can't express
 * @param specDigest digest of its spec without the number of replicas, its labels and Roadstead's
 *     annotations
 * @param status its status
 */
public record DeploymentRecord(
    Meta meta,
    Map<String, String> labels,
    Map<String, String> annotations,
    Map<String, String> selector,
    int desiredReplicas,
    PodTemplate template,
    Settings settings,
    List<String> notShown,
    String specDigest,
    Status status)
    implements ObservedObject {
  public DeploymentRecord {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    selector = Map.copyOf(selector);
    notShown = List.copyOf(notShown);
  }

  /**
   * The status reported by the Deployment's controller.
   *
   * @param observedGeneration generation of the spec that the controller has seen
   * @param replicas number of pods
   * @param updatedReplicas pods of the latest version
   * @param readyReplicas pods that receive traffic
   * @param availableReplicas pods that have been ready long enough
   * @param conditions Progressing, Available, ReplicaFailure
   */
  public record Status(
      long observedGeneration,
      int replicas,
      int updatedReplicas,
      int readyReplicas,
      int availableReplicas,
      List<Condition> conditions) {
    public Status {
      conditions = List.copyOf(conditions);
    }
  }

  /** Whether Roadstead owns it. */
  public boolean managed() {
    return AppLabels.isManaged(labels);
  }

  /** Number of the latest version; 0 when the cluster has not assigned it yet. */
  public long revision() {
    return Fields.number(annotations.get(AppKeys.REVISION));
  }

  /**
   * Number of replicas before the app was stopped, or null when it is not stopped or the number was
   * not recorded.
   */
  public @Nullable Integer replicasBeforeStop() {
    return desiredReplicas == 0 ? remembered().replicas() : null;
  }

  /** What its annotations remember of its scale, whether or not it is stopped. */
  public BeforeStop remembered() {
    return BeforeStop.of(annotations);
  }
}
