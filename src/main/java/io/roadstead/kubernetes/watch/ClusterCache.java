// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.roadstead.app.AppName;
import io.roadstead.app.Quantity;
import io.roadstead.cluster.Freshness;
import io.roadstead.kubernetes.model.AutoscalerRecord;
import io.roadstead.kubernetes.model.DeploymentRecord;
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

  /** The app of a Deployment, with everything else that is known about it. */
  public ObservedApp observed(DeploymentRecord deployment) {
    ObjectKey key = deployment.meta().key();
    List<ReplicaSetRecord> replicaSets = replicaSets(deployment);
    List<PodRecord> pods = pods(replicaSets);
    @Nullable ServiceRecord service = tables.services().find(key).orElse(null);
    @Nullable AutoscalerRecord autoscaler = tables.autoscalers().find(key).orElse(null);
    return new ObservedApp(
        deployment,
        service,
        autoscaler,
        replicaSets,
        pods,
        tables.endpointSlices().group(Tables.group(key)),
        nodesFor(pods),
        nodesProblem().isEmpty(),
        service == null ? List.of() : entryNodes(service, pods),
        events(deployment, service, replicaSets, pods),
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

  /** The surroundings of an app. Reads the Services and autoscalers of its namespace. */
  public Neighbourhood neighbourhood(DeploymentRecord deployment) {
    ObjectKey key = deployment.meta().key();
    List<ServiceRecord> services =
        ofNamespace(tables.services(), key.namespace())
            .filter(
                service ->
                    service.meta().key().equals(key)
                        || service.selects(deployment.template().labels()))
            .toList();
    return new Neighbourhood(
        services,
        services.stream()
            .flatMap(
                service ->
                    tables.endpointSlices().group(Tables.group(service.meta().key())).stream())
            .toList(),
        ofNamespace(tables.autoscalers(), key.namespace())
            .filter(found -> found.meta().key().equals(key) || found.scales(key.name()))
            .toList(),
        nodes());
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

  private List<NodeRecord> entryNodes(ServiceRecord service, List<PodRecord> pods) {
    if (service.ports().stream().allMatch(port -> port.nodePort() == null)) {
      return List.of();
    }
    Set<String> withPods =
        pods.stream().filter(PodRecord::ready).map(PodRecord::node).collect(Collectors.toSet());
    Predicate<NodeRecord> leads =
        node ->
            node.takesTraffic()
                && (!service.localTraffic() || withPods.contains(node.meta().name()));
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
      @Nullable ServiceRecord service,
      List<ReplicaSetRecord> replicaSets,
      List<PodRecord> pods) {
    List<EventRecord> events = new ArrayList<>(tables.events().group(deployment.meta().uid()));
    if (service != null) {
      events.addAll(tables.events().group(service.meta().uid()));
    }
    replicaSets.forEach(set -> events.addAll(tables.events().group(set.meta().uid())));
    pods.forEach(pod -> events.addAll(tables.events().group(pod.meta().uid())));
    events.sort(Comparator.comparing(EventRecord::lastSeen).reversed());
    return events;
  }
}
