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
 * An app's objects as the API server has them at this moment. A write decides by them, not by the
 * cache, and every apply says that they must not have changed since.
 *
 * @param deployment its Deployment, or null
 * @param service the Service of its name, or null
 * @param autoscaler the autoscaler of its name, or null
 * @param scaledByAnother whether an autoscaler of another name scales it
 */
record LiveApp(
    @Nullable Deployment deployment,
    @Nullable Service service,
    @Nullable HorizontalPodAutoscaler autoscaler,
    boolean scaledByAnother) {

  /** The object of that part, or null. */
  <T extends HasMetadata> @Nullable T get(Part<T> part) {
    HasMetadata found =
        switch (part.kind()) {
          case DEPLOYMENT -> deployment;
          case SERVICE -> service;
          default -> autoscaler;
        };
    return part.type().cast(found);
  }

  /** The same app with another object of that part, or none. */
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

  /** The desired state, without what came of it; null when there is no such app. */
  @Nullable ObservedApp desired() {
    DeploymentRecord found = deploymentRecord();
    return found == null
        ? null
        : ObservedApp.desiredOnly(
            found, serviceRecord(), autoscalerRecord(), new Freshness(Instant.EPOCH, false));
  }

  /** Its desired containers; none when there is no such app. */
  List<Container> containers() {
    ObservedApp found = desired();
    return found == null ? List.of() : found.spec().containers();
  }

  /** Whether Roadstead took over an app that another tool had made. */
  boolean adopted() {
    return deployment != null
        && deployment.getMetadata().getAnnotations() != null
        && deployment.getMetadata().getAnnotations().containsKey(AppKeys.ADOPTED);
  }

  /** The app's own labels, as a deploy gave them. */
  Map<String, String> ownLabels() {
    DeploymentRecord found = deploymentRecord();
    return found == null ? Map.of() : AppLabels.observed(found.labels());
  }

  /** The labels by which a Service finds the app's pods. */
  Map<String, String> podSelector() {
    DeploymentRecord found = deploymentRecord();
    if (found == null) {
      return Map.of();
    }
    // A selector of expressions only can't be said by a Service; the pods' labels can.
    return found.selector().isEmpty() ? found.template().labels() : found.selector();
  }

  /** What matters for the number of pods, when {@code asked} is to hold. */
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
