// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.roadstead.app.AppName;
import io.roadstead.app.Quantity;
import io.roadstead.cluster.Freshness;
import io.roadstead.kubernetes.model.AutoscalerRecord;
import io.roadstead.kubernetes.model.DeploymentRecord;
import io.roadstead.kubernetes.model.EndpointSliceRecord;
import io.roadstead.kubernetes.model.EventRecord;
import io.roadstead.kubernetes.model.Kind;
import io.roadstead.kubernetes.model.Neighbourhood;
import io.roadstead.kubernetes.model.NodeRecord;
import io.roadstead.kubernetes.model.ObjectKey;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.ObservedObject;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.model.ReplicaSetRecord;
import io.roadstead.kubernetes.model.ServiceRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cluster as last observed. A read touches only the objects of the app. */
@ApplicationScoped
public class ClusterCache implements Visibility {
  /** Any node leads to the app; more addresses would not be useful. */
  private static final int MOST_ENTRY_NODES = 10;

  /** Comparing more would slow down reads for a detail of a message. */
  private static final int MOST_COMPARED_NODES = 500;

  private final Tables tables;
  private final WatchStates states;

  ClusterCache(Tables tables, WatchStates states) {
    this.tables = tables;
    this.states = states;
  }

  /** Everything that is known about an app; empty when it does not exist. */
  @Override
  public Optional<ObservedApp> find(AppName name) {
    return tables.deployments().find(ObjectKey.of(name)).map(this::observed);
  }

  @Override
  public String othersWith(AppName app, Map<String, String> labels) {
    return ofNamespace(tables.deployments(), app.namespace())
        .filter(other -> !other.meta().name().equals(app.app()))
        .filter(other -> other.template().labels().entrySet().containsAll(labels.entrySet()))
        .map(other -> "Deployment/" + other.meta().name())
        .findFirst()
        .orElse("");
  }

  /** The app of a Deployment, with everything else that is known about it. */
  public ObservedApp observed(DeploymentRecord deployment) {
    ObjectKey key = deployment.meta().key();
    List<ReplicaSetRecord> replicaSets = replicaSets(deployment);
    List<PodRecord> pods = pods(replicaSets);
    List<ServiceRecord> services = services(deployment);
    return new ObservedApp(
        deployment,
        services,
        autoscalers(key),
        replicaSets,
        pods,
        slices(services),
        nodesFor(pods),
        nodesProblem().isEmpty(),
        entryNodes(services, pods),
        events(deployment, services, replicaSets, pods),
        freshness());
  }

  /** The Deployments after a key, or from the first one, ordered by namespace and name. */
  public Collection<DeploymentRecord> deploymentsAfter(@Nullable ObjectKey key) {
    return tables.deployments().after(key);
  }

  /** The Service with the given name, whether or not it exposes an app. */
  public Optional<ServiceRecord> service(ObjectKey key) {
    return tables.services().find(key);
  }

  /** The surroundings of an app. */
  public Neighbourhood neighbourhood(DeploymentRecord deployment) {
    List<ServiceRecord> services = services(deployment);
    return new Neighbourhood(
        services, slices(services), autoscalers(deployment.meta().key()), nodes());
  }

  /** The Service with the name of an app and those that select its pods, ordered by name. */
  private List<ServiceRecord> services(DeploymentRecord deployment) {
    ObjectKey key = deployment.meta().key();
    Map<String, String> labels = deployment.template().labels();
    Stream<ServiceRecord> selecting =
        labels.entrySet().stream()
            .flatMap(
                label ->
                    tables
                        .services()
                        .group(ServiceRecord.selectorGroup(key.namespace(), label))
                        .stream())
            .filter(service -> service.selects(labels));
    return withNamed(tables.services(), key, selecting);
  }

  /** The autoscaler with the name of an app and those that scale it, ordered by name. */
  private List<AutoscalerRecord> autoscalers(ObjectKey key) {
    String target = key.namespace() + "/Deployment/" + key.name();
    return withNamed(tables.autoscalers(), key, tables.autoscalers().group(target).stream());
  }

  private static <R extends ObservedObject> List<R> withNamed(
      RecordTable<R> table, ObjectKey key, Stream<R> others) {
    return Stream.concat(table.find(key).stream(), others)
        .distinct()
        .sorted(Comparator.comparing(found -> found.meta().name()))
        .toList();
  }

  private List<EndpointSliceRecord> slices(List<ServiceRecord> services) {
    return services.stream()
        .flatMap(
            service -> tables.endpointSlices().group(Tables.group(service.meta().key())).stream())
        .toList();
  }

  /** The pods of a namespace, ordered by name. */
  public Stream<PodRecord> podsOf(String namespace) {
    return ofNamespace(tables.pods(), namespace);
  }

  /** A Service with an address of a load balancer; empty if there is none. */
  public Optional<ServiceRecord> balancedService() {
    return tables.services().after(null).stream()
        // A Service with a load balancer class of its own says nothing about the others.
        .filter(service -> service.balancerClass() == null)
        .filter(
            service ->
                service.ingress().stream()
                    .anyMatch(entry -> !entry.ip().isEmpty() || !entry.hostname().isEmpty()))
        .findFirst();
  }

  /** Changes whenever a node changes. */
  public long nodeChanges() {
    return tables.nodes().changes();
  }

  /** Why nodes can't be listed, as a sentence; empty when they can. */
  public String nodesProblem() {
    return states.refusal(Kind.NODE.kubernetesName());
  }

  /** All nodes of the cluster, ordered by name. */
  @Override
  public Collection<NodeRecord> nodes() {
    return tables.nodes().after(null);
  }

  /**
   * Waits until reads see an object as it was written, so that a read after a write sees the write.
   * Blocks up to {@code patience}; false when the watch did not deliver it in that time, or when
   * the server's resource versions can't be compared and another write replaced it.
   */
  @Override
  public boolean awaitSeen(Kind kind, ObjectKey key, String resourceVersion, Duration patience) {
    return tables.of(kind).awaitSeen(key, resourceVersion, patience);
  }

  /** Waits up to {@code patience} until reads no longer see the object with the given uid. */
  @Override
  public boolean awaitGone(Kind kind, ObjectKey key, String uid, Duration patience) {
    return tables.of(kind).awaitGone(key, uid, patience);
  }

  @Override
  public boolean awaitDeleting(Kind kind, ObjectKey key, String uid, Duration patience) {
    return tables.of(kind).awaitDeleting(key, uid, patience);
  }

  /** How recent the cache is. */
  @Override
  public Freshness freshness() {
    return states.freshness();
  }

  /** Whether the initial state of all kinds has been read. */
  public boolean synced() {
    return states.synced();
  }

  /**
   * Why the cluster can't be read, or what has not been read yet, as sentences; empty when nothing
   * is wrong or missing.
   */
  public String obstacle() {
    return states.obstacle();
  }

  private static <R extends ObservedObject> Stream<R> ofNamespace(
      RecordTable<R> table, String namespace) {
    return table.after(new ObjectKey(namespace, "")).stream()
        .takeWhile(found -> found.meta().namespace().equals(namespace));
  }

  private List<ReplicaSetRecord> replicaSets(DeploymentRecord deployment) {
    return tables.replicaSets().group(deployment.meta().uid()).stream()
        .sorted(Comparator.comparingLong(ReplicaSetRecord::revision).reversed())
        .toList();
  }

  private List<PodRecord> pods(List<ReplicaSetRecord> replicaSets) {
    List<PodRecord> pods = new ArrayList<>();
    replicaSets.forEach(set -> pods.addAll(tables.pods().group(set.meta().uid())));
    pods.sort(Comparator.comparing(pod -> pod.meta().name()));
    return pods;
  }

  private Map<String, NodeRecord> nodesOf(List<PodRecord> pods) {
    Map<String, NodeRecord> nodes = new HashMap<>();
    for (PodRecord pod : pods) {
      String node = pod.node();
      if (node != null && !nodes.containsKey(node)) {
        tables.nodes().find(new ObjectKey("", node)).ifPresent(found -> nodes.put(node, found));
      }
    }
    return nodes;
  }

  /** Includes the largest nodes when pods are unscheduled, so that the status can explain why. */
  private Map<String, NodeRecord> nodesFor(List<PodRecord> pods) {
    Map<String, NodeRecord> nodes = nodesOf(pods);
    Collection<NodeRecord> all = nodes();
    if (all.size() > MOST_COMPARED_NODES || pods.stream().allMatch(pod -> pod.node() != null)) {
      return nodes;
    }
    for (String resource : List.of("cpu", "memory")) {
      all.stream()
          .filter(NodeRecord::usable)
          .filter(node -> node.facts().allocatable().containsKey(resource))
          .max(Comparator.comparing(node -> allocatable(node, resource)))
          .ifPresent(node -> nodes.put(node.meta().name(), node));
    }
    return nodes;
  }

  private static Quantity allocatable(NodeRecord node, String resource) {
    return new Quantity(node.facts().allocatable().getOrDefault(resource, "0"));
  }

  private List<NodeRecord> entryNodes(List<ServiceRecord> services, List<PodRecord> pods) {
    List<ServiceRecord> onNodes =
        services.stream()
            .filter(found -> found.ports().stream().anyMatch(port -> port.nodePort() != null))
            .toList();
    if (onNodes.isEmpty()) {
      return List.of();
    }
    Set<String> withPods =
        pods.stream().filter(PodRecord::ready).map(PodRecord::node).collect(Collectors.toSet());
    Predicate<NodeRecord> leads =
        node ->
            node.takesTraffic()
                && (!onNodes.stream().allMatch(ServiceRecord::localTraffic)
                    || withPods.contains(node.meta().name()));
    // A cordoned node still accepts traffic, but not for long.
    return Stream.concat(
            tables.nodes().after(null).stream().filter(NodeRecord::schedulable),
            tables.nodes().after(null).stream().filter(node -> !node.schedulable()))
        .filter(leads)
        .limit(MOST_ENTRY_NODES)
        .toList();
  }

  private List<EventRecord> events(
      DeploymentRecord deployment,
      List<ServiceRecord> services,
      List<ReplicaSetRecord> replicaSets,
      List<PodRecord> pods) {
    List<EventRecord> events = new ArrayList<>(tables.events().group(deployment.meta().uid()));
    services.forEach(found -> events.addAll(tables.events().group(found.meta().uid())));
    replicaSets.forEach(set -> events.addAll(tables.events().group(set.meta().uid())));
    pods.forEach(pod -> events.addAll(tables.events().group(pod.meta().uid())));
    events.sort(Comparator.comparing(EventRecord::lastSeen).reversed());
    return events;
  }
}
