// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.app.AppName;
import io.roadstead.app.Container;
import io.roadstead.app.Exposure;
import io.roadstead.app.Resources;
import io.roadstead.app.Scale;
import io.roadstead.cluster.Freshness;
import io.roadstead.kubernetes.model.AppKeys;
import io.roadstead.kubernetes.model.AppLabels;
import io.roadstead.kubernetes.model.AutoscalerMapping;
import io.roadstead.kubernetes.model.AutoscalerRecord;
import io.roadstead.kubernetes.model.BeforeStop;
import io.roadstead.kubernetes.model.DeploymentMapping;
import io.roadstead.kubernetes.model.DeploymentRecord;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.ServiceMapping;
import io.roadstead.kubernetes.model.ServiceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An app's objects as currently stored by the API server. A write is based on them, not on the
 * cache, and every apply requires that they have not changed since.
 *
 * @param deployment its Deployment, or null
 * @param services the Services that select its pods, and the one that a new one would be called
 * @param autoscalers the autoscalers that scale it, and the one with its name
 * @param mounted the claims and ConfigMaps of its volumes that the write is about
 */
record LiveApp(
    @Nullable Deployment deployment,
    List<Service> services,
    List<HorizontalPodAutoscaler> autoscalers,
    List<HasMetadata> mounted) {
  private static final Freshness UNKNOWN = new Freshness(Instant.EPOCH, false);

  LiveApp {
    services = List.copyOf(services);
    autoscalers = List.copyOf(autoscalers);
    mounted = List.copyOf(mounted);
  }

  LiveApp(
      @Nullable Deployment deployment,
      List<Service> services,
      List<HorizontalPodAutoscaler> autoscalers) {
    this(deployment, services, autoscalers, List.of());
  }

  /** All its objects that are watched, in the order in which they are written. */
  List<HasMetadata> objects() {
    List<HasMetadata> all = new ArrayList<>();
    if (deployment != null) {
      all.add(deployment);
    }
    all.addAll(services);
    all.addAll(autoscalers);
    return all;
  }

  /** The object of the given part with a name, or null. */
  <T extends HasMetadata> @Nullable T get(Part<T> part, String name) {
    return Stream.concat(objects().stream(), mounted.stream())
        .filter(found -> is(found, part, name))
        .findFirst()
        .map(part.type()::cast)
        .orElse(null);
  }

  private static boolean is(HasMetadata found, Part<?> part, String name) {
    return part.type().isInstance(found) && found.getMetadata().getName().equals(name);
  }

  /** The same app with another object of the given part, or none of that name. */
  <T extends HasMetadata> LiveApp with(Part<T> part, String name, @Nullable T other) {
    if (part == Part.DEPLOYMENT) {
      return new LiveApp(Part.DEPLOYMENT.type().cast(other), services, autoscalers, mounted);
    }
    if (part == Part.SERVICE) {
      Service service = Part.SERVICE.type().cast(other);
      return new LiveApp(deployment, replaced(services, part, name, service), autoscalers, mounted);
    }
    if (part == Part.AUTOSCALER) {
      HorizontalPodAutoscaler autoscaler = Part.AUTOSCALER.type().cast(other);
      return new LiveApp(
          deployment, services, replaced(autoscalers, part, name, autoscaler), mounted);
    }
    return new LiveApp(deployment, services, autoscalers, replaced(mounted, part, name, other));
  }

  private static <T extends HasMetadata> List<T> replaced(
      List<T> objects, Part<?> part, String name, @Nullable T other) {
    return Stream.concat(
            objects.stream().filter(found -> !is(found, part, name)), Stream.ofNullable(other))
        .toList();
  }

  /** The Service that exposes the app; otherwise, the one with its name; null if there is none. */
  @Nullable Service service() {
    ObservedApp found = desired();
    ServiceRecord record = found == null ? null : found.exposingService();
    if (record == null) {
      AppName app = name();
      return named(services, app == null ? null : ServiceMapping.name(app));
    }
    return get(Part.SERVICE, record.meta().name());
  }

  /**
   * The autoscaler that scales the app; otherwise, the one with its name; null if there is none.
   */
  @Nullable HorizontalPodAutoscaler autoscaler() {
    HorizontalPodAutoscaler scaling = scalingAutoscaler();
    AppName app = name();
    return scaling == null ? named(autoscalers, app == null ? null : app.app()) : scaling;
  }

  /** The autoscaler that scales the app; null if there is none. */
  @Nullable HorizontalPodAutoscaler scalingAutoscaler() {
    ObservedApp found = desired();
    AutoscalerRecord record = found == null ? null : found.scalingAutoscaler();
    return record == null ? null : get(Part.AUTOSCALER, record.meta().name());
  }

  /** How the app is autoscaled; null when it is not. */
  Scale.@Nullable Autoscaling autoscaling() {
    ObservedApp found = desired();
    AutoscalerRecord record = found == null ? null : found.scalingAutoscaler();
    return record == null ? null : record.autoscaling();
  }

  /** How the app is exposed; null when it is not. */
  @Nullable Exposure exposure() {
    ObservedApp found = desired();
    return found == null ? null : found.spec().exposure();
  }

  private @Nullable AppName name() {
    return deployment == null
        ? null
        : new AppName(deployment.getMetadata().getNamespace(), deployment.getMetadata().getName());
  }

  /** Without a Deployment, only objects with the name of the app's are read. */
  private static <T extends HasMetadata> @Nullable T named(List<T> objects, @Nullable String name) {
    return objects.stream()
        .filter(found -> name == null || found.getMetadata().getName().equals(name))
        .findFirst()
        .orElse(null);
  }

  @Nullable DeploymentRecord deploymentRecord() {
    return deployment == null ? null : DeploymentMapping.observed(deployment);
  }

  /** The desired state, without the status; null when the app does not exist. */
  @Nullable ObservedApp desired() {
    DeploymentRecord found = deploymentRecord();
    return found == null
        ? null
        : ObservedApp.desiredOnly(
            found,
            services.stream().map(ServiceMapping::observed).toList(),
            autoscalers.stream().map(AutoscalerMapping::observed).toList(),
            UNKNOWN);
  }

  /** Its desired containers; empty when the app does not exist. */
  List<Container> containers() {
    DeploymentRecord found = deploymentRecord();
    return found == null ? List.of() : found.template().containers();
  }

  /** Its desired init containers; empty when the app does not exist. */
  List<Container> initContainers() {
    DeploymentRecord found = deploymentRecord();
    return found == null ? List.of() : found.template().initContainers();
  }

  /** The resources of the container with a name. */
  Resources resources(String container) {
    return Stream.concat(containers().stream(), initContainers().stream())
        .filter(found -> found.name().equals(container))
        .findFirst()
        .map(Container::resources)
        .orElse(Resources.NONE);
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

  /** What the annotations of the app remember of its scale. */
  BeforeStop remembered() {
    DeploymentRecord found = deploymentRecord();
    return found == null ? BeforeStop.NOTHING : found.remembered();
  }

  /**
   * What to remember when the app is stopped now. What its annotations say counts only if they are
   * not left from before somebody else started the app: it is stopped, or a stop that was overtaken
   * holds them.
   */
  private BeforeStop remembered(DeploymentRecord found, @Nullable Scale asked) {
    int count = found.desiredReplicas();
    @Nullable HorizontalPodAutoscaler ending =
        asked instanceof Scale.Fixed ? scalingAutoscaler() : null;
    boolean counts = count == 0 || isCountHeldAside();
    BeforeStop remembered = counts ? found.remembered() : BeforeStop.NOTHING;
    @Nullable Integer replicas = count > 0 ? Integer.valueOf(count) : remembered.replicas();
    return ending == null
        ? new BeforeStop(replicas, remembered.autoscaling(), remembered.autoscaler())
        : BeforeStop.of(replicas, ending, found.meta().name());
  }

  /** The labels of its pods. */
  Map<String, String> podLabels() {
    DeploymentRecord found = deploymentRecord();
    return found == null ? Map.of() : found.template().labels();
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
    if (found == null) {
      return Replicas.Found.NOTHING;
    }
    boolean autoscalerStays = scalingAutoscaler() != null && !(asked instanceof Scale.Fixed);
    Predicate<ManagedFieldsEntry> aside =
        owner ->
            Managers.AUTOSCALER.equals(owner.getManager())
                || (Managers.isAutoscaler(owner) && !autoscalerStays);
    var owners =
        Managers.of(Objects.requireNonNull(deployment)).stream()
            .filter(Managers::ownsReplicas)
            .toList();
    return new Replicas.Found(
        found.desiredReplicas(),
        true,
        remembered(found, asked),
        scalingAutoscaler() != null,
        owners.stream().anyMatch(Managers::isOurs),
        owners.stream().anyMatch(aside),
        owners.stream().anyMatch(aside.or(Managers::isOurs).negate()));
  }
}
