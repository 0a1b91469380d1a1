// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentList;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.AnyNamespaceOperation;
import io.roadstead.kubernetes.model.AutoscalerMapping;
import io.roadstead.kubernetes.model.DeploymentMapping;
import io.roadstead.kubernetes.model.EndpointSliceProjection;
import io.roadstead.kubernetes.model.EventProjection;
import io.roadstead.kubernetes.model.EventRecord;
import io.roadstead.kubernetes.model.Kind;
import io.roadstead.kubernetes.model.NodeProjection;
import io.roadstead.kubernetes.model.ObservedObject;
import io.roadstead.kubernetes.model.PodProjection;
import io.roadstead.kubernetes.model.ReplicaSetProjection;
import io.roadstead.kubernetes.model.ServiceMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Predicate;

/** All watches: one per kind, and for events, those that a status is based on. */
final class Watches {
  /** Normal events with information that is not available elsewhere. */
  private static final List<String> TELLING_EVENTS =
      List.of("Pulling", "TriggeredScaleUp", "Nominated");

  /** API servers send no bookmarks for events, so these may be silent for long. */
  static final String EVENTS = "Event/";

  /** Not required for an account that can only read namespaced objects. */
  private static final Set<String> DISPENSABLE = Set.of(Kind.NODE.kubernetesName());

  private static final Set<String> KINDS_WITH_EVENTS =
      Set.of("Deployment", "ReplicaSet", "Pod", "Service", "HorizontalPodAutoscaler");

  private final KubernetesClient client;
  private final Tables tables;
  private final WatchStates states;
  private final ScheduledExecutorService executor;

  Watches(
      KubernetesClient client,
      Tables tables,
      WatchStates states,
      ScheduledExecutorService executor) {
    this.client = client;
    this.tables = tables;
    this.states = states;
    this.executor = executor;
  }

  /** Whether the service continues without a watch that is not permitted. */
  static boolean isDispensable(String watch) {
    return DISPENSABLE.contains(watch);
  }

  List<KindWatch<?, ?>> all() {
    List<KindWatch<?, ?>> all = new ArrayList<>();
    all.add(
        watch(
            Kind.DEPLOYMENT,
            Watches::deployments,
            tables.deployments(),
            DeploymentMapping::observed));
    all.add(
        watch(
            Kind.REPLICA_SET,
            Watches::replicaSets,
            tables.replicaSets(),
            ReplicaSetProjection::observed));
    all.add(
        watch(Kind.POD, k -> k.pods().inAnyNamespace(), tables.pods(), PodProjection::observed));
    all.add(
        watch(
            Kind.SERVICE,
            k -> k.services().inAnyNamespace(),
            tables.services(),
            ServiceMapping::observed));
    all.add(
        watch(
            Kind.ENDPOINT_SLICE,
            k -> k.discovery().v1().endpointSlices().inAnyNamespace(),
            tables.endpointSlices(),
            EndpointSliceProjection::observed));
    all.add(
        watch(
            Kind.AUTOSCALER,
            k -> k.autoscaling().v2().horizontalPodAutoscalers().inAnyNamespace(),
            tables.autoscalers(),
            AutoscalerMapping::observed));
    all.add(watch(Kind.NODE, KubernetesClient::nodes, tables.nodes(), NodeProjection::observed));
    all.add(events("Warning", "type=Warning", EventRecord::warning));
    // Each load balancer provider has its own event reasons.
    all.add(
        events(
            "Service",
            "type=Normal,involvedObject.kind=Service",
            event -> !event.warning() && event.objectKind().equals("Service")));
    for (String reason : TELLING_EVENTS) {
      all.add(
          events(
              reason,
              "type=Normal,reason=" + reason,
              event ->
                  !event.warning()
                      && event.reason().equals(reason)
                      && !event.objectKind().equals("Service")));
    }
    return all;
  }

  private <T extends HasMetadata, L extends KubernetesResourceList<T>, R extends ObservedObject>
      KindWatch<T, L> watch(
          Kind kind,
          Function<KubernetesClient, AnyNamespaceOperation<T, L, ?>> operation,
          RecordTable<R> table,
          Function<T, R> projection) {
    RecordSink<T, R> sink =
        new RecordSink<>(table, found -> true, object -> Optional.of(projection.apply(object)));
    return new KindWatch<>(
        kind.kubernetesName(), new WatchSource<>(client, operation, null), sink, states, executor);
  }

  private KindWatch<Event, EventList> events(
      String name, String fieldSelector, Predicate<EventRecord> mine) {
    RecordSink<Event, EventRecord> sink =
        new RecordSink<>(
            tables.events(),
            mine,
            object ->
                Optional.of(EventProjection.observed(object))
                    .filter(event -> KINDS_WITH_EVENTS.contains(event.objectKind())));
    return new KindWatch<>(
        EVENTS + name,
        new WatchSource<>(client, k -> k.v1().events().inAnyNamespace(), fieldSelector),
        sink,
        states,
        executor);
  }

  private static AnyNamespaceOperation<Deployment, DeploymentList, ?> deployments(
      KubernetesClient client) {
    return client.apps().deployments().inAnyNamespace();
  }

  private static AnyNamespaceOperation<ReplicaSet, ReplicaSetList, ?> replicaSets(
      KubernetesClient client) {
    return client.apps().replicaSets().inAnyNamespace();
  }
}
