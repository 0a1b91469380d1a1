// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.app.AppStatus;
import io.roadstead.app.Container;
import io.roadstead.app.Metadata;
import io.roadstead.app.Scale;
import io.roadstead.kubernetes.watch.AutoscalerRecord;
import io.roadstead.kubernetes.watch.DeploymentRecord;
import io.roadstead.kubernetes.watch.ObservedApp;
import io.roadstead.kubernetes.watch.Projection;
import io.roadstead.kubernetes.watch.ServiceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  LiveApp with(@Nullable Deployment other) {
    return new LiveApp(other, service, autoscaler, scaledByAnother);
  }

  LiveApp with(@Nullable Service other) {
    return new LiveApp(deployment, other, autoscaler, scaledByAnother);
  }

  LiveApp with(@Nullable HorizontalPodAutoscaler other) {
    return new LiveApp(deployment, service, other, scaledByAnother);
  }

  @Nullable DeploymentRecord deploymentRecord() {
    return deployment == null ? null : Projection.deployment(deployment);
  }

  @Nullable ServiceRecord serviceRecord() {
    return service == null ? null : Projection.service(service);
  }

  @Nullable AutoscalerRecord autoscalerRecord() {
    return autoscaler == null ? null : Projection.autoscaler(autoscaler);
  }

  /** What is asked for, without what came of it; null when there is no such app. */
  @Nullable ObservedApp desired() {
    DeploymentRecord found = deploymentRecord();
    return found == null
        ? null
        : ObservedApp.desiredOnly(
            found,
            serviceRecord(),
            autoscalerRecord(),
            new AppStatus.Freshness(Instant.EPOCH, false));
  }

  /** Its containers as asked for; none when there is no such app. */
  List<Container> containers() {
    ObservedApp found = desired();
    return found == null ? List.of() : found.spec().containers();
  }

  /** Whether Roadstead took over an app that somebody else had made. */
  boolean adopted() {
    return deployment != null
        && deployment.getMetadata().getAnnotations() != null
        && deployment.getMetadata().getAnnotations().containsKey(DeploymentFactory.ADOPTED);
  }

  /** The app's own labels, as a deploy gave them. */
  Map<String, String> ownLabels() {
    var labels = new TreeMap<String, String>();
    DeploymentRecord found = deploymentRecord();
    if (found != null) {
      labels.putAll(found.labels());
      labels.keySet().removeIf(Metadata::isReserved);
    }
    return labels;
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
