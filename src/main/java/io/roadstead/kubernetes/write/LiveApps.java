// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.roadstead.app.AppName;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.kubernetes.model.AppKeys;
import io.roadstead.kubernetes.model.AppLabels;
import io.roadstead.kubernetes.model.AutoscalerMapping;
import io.roadstead.kubernetes.model.DeploymentMapping;
import io.roadstead.kubernetes.model.NodeRecord;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.ObservedObject;
import io.roadstead.kubernetes.model.ServiceMapping;
import io.roadstead.kubernetes.watch.Visibility;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads an app's objects from the API server, as the basis of a write. */
final class LiveApps {
  private final ApiServer api;
  private final Visibility visibility;

  LiveApps(ApiServer api, Visibility visibility) {
    this.api = api;
    this.visibility = visibility;
  }

  /**
   * Which Services and autoscalers belong to the app is known from the cache; a namespace is only
   * listed when the cache has not seen the app as it is.
   */
  LiveApp read(Write write) {
    @Nullable Deployment deployment = deployment(write);
    @Nullable Map<String, String> labels =
        deployment == null ? null : DeploymentMapping.observed(deployment).template().labels();
    @Nullable ObservedApp seen =
        labels == null
            ? null
            : visibility
                .find(write.name())
                .filter(app -> app.deployment().template().labels().equals(labels))
                .orElse(null);
    return new LiveApp(
        deployment,
        objects(
            write,
            KubernetesClient::services,
            ServiceMapping.name(write.name()),
            seen == null ? null : seen.services(),
            labels == null ? none() : service -> ServiceMapping.observed(service).selects(labels)),
        objects(
            write,
            client -> client.autoscaling().v2().horizontalPodAutoscalers(),
            write.name().app(),
            seen == null ? null : seen.autoscalers(),
            labels == null
                ? none()
                : autoscaler -> AutoscalerMapping.observed(autoscaler).scales(write.name().app())));
  }

  /** The first other workload whose pods have these labels; empty when there is none. */
  String othersWith(AppName app, Map<String, String> labels) {
    return visibility.othersWith(app, labels);
  }

  /** All nodes of the cluster, to the extent that they are known. */
  Collection<NodeRecord> nodes() {
    return visibility.nodes();
  }

  /** The object of a part with a name; null when there is none. */
  <T extends HasMetadata> @Nullable T find(Write write, Part<T> part, String name) {
    return api.<@Nullable T>call(
        write.caller(),
        write.deadline(),
        client ->
            client
                .resources(part.type())
                .inNamespace(write.name().namespace())
                .withName(name)
                .get());
  }

  /** The ConfigMaps with files of the app. */
  List<ConfigMap> files(Write write) {
    return api.call(
        write.caller(),
        write.deadline(),
        client ->
            client
                .configMaps()
                .inNamespace(write.name().namespace())
                .withLabels(AppLabels.desired(write.name(), Map.of()))
                .withLabel(AppKeys.VOLUME)
                .list()
                .getItems());
  }

  /** The ReplicaSets of a Deployment. */
  List<ReplicaSet> replicaSets(Write write, Deployment deployment) {
    Map<String, String> labels =
        Objects.requireNonNullElse(deployment.getSpec().getSelector().getMatchLabels(), Map.of());
    return api.call(
        write.caller(),
        write.deadline(),
        client ->
            client
                .apps()
                .replicaSets()
                .inNamespace(write.name().namespace())
                .withLabels(labels)
                .list()
                .getItems());
  }

  @Nullable Deployment deployment(Write write) {
    return get(write, client -> client.apps().deployments(), write.name().app());
  }

  private <T extends HasMetadata> List<T> objects(
      Write write,
      Function<KubernetesClient, MixedOperation<T, ?, ?>> kind,
      String own,
      @Nullable Collection<? extends ObservedObject> seen,
      @Nullable Predicate<T> belongs) {
    if (seen == null && belongs != null) {
      return list(write, kind).stream()
          .filter(found -> found.getMetadata().getName().equals(own) || belongs.test(found))
          .toList();
    }
    Set<String> names = new TreeSet<>(Set.of(own));
    if (seen != null) {
      seen.forEach(record -> names.add(record.meta().name()));
    }
    List<T> found = new ArrayList<>();
    for (String name : names) {
      @Nullable T object = get(write, kind, name);
      if (object != null) {
        found.add(object);
      }
    }
    return found;
  }

  private <T extends HasMetadata> @Nullable T get(
      Write write, Function<KubernetesClient, MixedOperation<T, ?, ?>> kind, String name) {
    return api.<@Nullable T>call(
        write.caller(),
        write.deadline(),
        client -> kind.apply(client).inNamespace(write.name().namespace()).withName(name).get());
  }

  @SuppressWarnings("unchecked") // The list of a kind has items of that kind.
  private <T extends HasMetadata> List<T> list(
      Write write, Function<KubernetesClient, MixedOperation<T, ?, ?>> kind) {
    return api.call(
        write.caller(),
        write.deadline(),
        client ->
            (List<T>)
                ((io.fabric8.kubernetes.api.model.KubernetesResourceList<?>)
                        kind.apply(client).inNamespace(write.name().namespace()).list())
                    .getItems());
  }

  private static <T> @Nullable Predicate<T> none() {
    return null;
  }
}
