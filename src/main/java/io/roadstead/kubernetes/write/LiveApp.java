// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.app.Container;
import io.roadstead.app.Scale;
import io.roadstead.cluster.Freshness;
import io.roadstead.kubernetes.model.AppKeys;
import io.roadstead.kubernetes.model.AppLabels;
import io.roadstead.kubernetes.model.AutoscalerMapping;
import io.roadstead.kubernetes.model.AutoscalerRecord;
import io.roadstead.kubernetes.model.DeploymentMapping;
import io.roadstead.kubernetes.model.DeploymentRecord;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.ServiceMapping;
import io.roadstead.kubernetes.model.ServiceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An app's objects as currently stored by the API server. A write is based on them, not on the
 * cache, and every apply requires that they have not changed since.
 *
 * @param deployment its Deployment, or null
 * @param service the Service with its name, or null
 * @param autoscaler the autoscaler with its name, or null
 * @param scaledByAnother whether an autoscaler with another name scales it
 */
record LiveApp(
    @Nullable Deployment deployment,
    @Nullable Service service,
    @Nullable HorizontalPodAutoscaler autoscaler,
    boolean scaledByAnother) {

  /** The object of the given part, or null. */
  <T extends HasMetadata> @Nullable T get(Part<T> part) {
    HasMetadata found =
        switch (part.kind()) {
          case DEPLOYMENT -> deployment;
          case SERVICE -> service;
          default -> autoscaler;
        };
    return part.type().cast(found);
  }

  /** The same app with another object for the given part, or none. */
  <T extends HasMetadata> LiveApp with(Part<T> part, @Nullable T other) {
    return new LiveApp(
        part == Part.DEPLOYMENT ? Part.DEPLOYMENT.type().cast(other) : deployment,
        part == Part.SERVICE ? Part.SERVICE.type().cast(other) : service,
        part == Part.AUTOSCALER ? Part.AUTOSCALER.type().cast(other) : autoscaler,
        scaledByAnother);
  }

  @Nullable DeploymentRecord deploymentRecord() {
    return deployment == null ? null : DeploymentMapping.observed(deployment);
  }

  @Nullable ServiceRecord serviceRecord() {
    return service == null ? null : ServiceMapping.observed(service);
  }

  @Nullable AutoscalerRecord autoscalerRecord() {
    return autoscaler == null ? null : AutoscalerMapping.observed(autoscaler);
  }

  /** The desired state, without the status; null when the app does not exist. */
  @Nullable ObservedApp desired() {
    DeploymentRecord found = deploymentRecord();
    return found == null
        ? null
        : ObservedApp.desiredOnly(
            found, serviceRecord(), autoscalerRecord(), new Freshness(Instant.EPOCH, false));
  }

  /** Its desired containers; empty when the app does not exist. */
  List<Container> containers() {
    ObservedApp found = desired();
    return found == null ? List.of() : found.spec().containers();
  }

  /** Whether Roadstead adopted an app that another tool had created. */
  boolean adopted() {
    return deployment != null
        && deployment.getMetadata().getAnnotations() != null
        && deployment.getMetadata().getAnnotations().containsKey(AppKeys.ADOPTED);
  }

  /** The app's custom labels, as set by a deploy. */
  Map<String, String> ownLabels() {
    DeploymentRecord found = deploymentRecord();
    return found == null ? Map.of() : AppLabels.observed(found.labels());
  }

  /** The labels by which a Service selects the app's pods. */
  Map<String, String> podSelector() {
    DeploymentRecord found = deploymentRecord();
    if (found == null) {
      return Map.of();
    }
    // A Service can't express a selector that consists only of expressions, but it can use the
    // pods' labels.
    return found.selector().isEmpty() ? found.template().labels() : found.selector();
  }

  /** Whether the second manager holds the number of pods. */
  boolean isCountHeldAside() {
    return deployment != null
        && Managers.of(deployment).stream()
            .anyMatch(owner -> Managers.AUTOSCALER.equals(owner.getManager()));
  }

  /**
   * The observed facts that determine the number of pods, given the requested scale {@code asked}.
   */
  Replicas.Found replicas(@Nullable Scale asked) {
    DeploymentRecord found = deploymentRecord();
    if (found == null || deployment == null) {
      return Replicas.Found.NOTHING;
    }
    boolean autoscalerStays =
        scaledByAnother || (autoscaler != null && !(asked instanceof Scale.Fixed));
    Predicate<ManagedFieldsEntry> aside =
        owner ->
            Managers.AUTOSCALER.equals(owner.getManager())
                || (Managers.isAutoscaler(owner) && !autoscalerStays);
    var owners = Managers.of(deployment).stream().filter(Managers::ownsReplicas).toList();
    return new Replicas.Found(
        found.desiredReplicas(),
        true,
        found.replicasBeforeStop(),
        owners.stream().anyMatch(Managers::isOurs),
        owners.stream().anyMatch(aside),
        owners.stream().anyMatch(aside.or(Managers::isOurs).negate()));
  }
}
