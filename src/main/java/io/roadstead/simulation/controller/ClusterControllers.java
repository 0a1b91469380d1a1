// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Everything that acts in a simulated cluster, started together over one store. */
public final class ClusterControllers implements AutoCloseable {
  private static final List<ResourceKind> FOLLOWED =
      List.of(
          ResourceKinds.NAMESPACE,
          ResourceKinds.NODE,
          ResourceKinds.POD,
          ResourceKinds.SERVICE,
          ResourceKinds.SERVICE_ACCOUNT,
          ResourceKinds.CONFIG_MAP,
          ResourceKinds.SECRET,
          ResourceKinds.DEPLOYMENT,
          ResourceKinds.REPLICA_SET,
          ResourceKinds.HORIZONTAL_POD_AUTOSCALER,
          ResourceKinds.ENDPOINT_SLICE);

  private final SimulationClock clock;
  private final ClusterCache cache;
  private final Kubelet kubelet;
  private final NodeLifecycleController nodes;

  private ClusterControllers(ObjectStore store, SimulationClock clock, ClusterProfile profile) {
    this.clock = clock;
    this.cache = new ClusterCache(clock);
    FOLLOWED.forEach(kind -> cache.follow(store, kind));
    Workbench bench = new Workbench(store, cache, clock);
    new NamespaceController(bench);
    new DeploymentController(bench);
    new ReplicaSetController(bench);
    new Scheduler(bench);
    this.kubelet = new Kubelet(bench, profile.delays());
    this.nodes = new NodeLifecycleController(bench, kubelet);
    new EndpointSliceController(bench);
    new LoadBalancerController(bench, profile.loadBalancer());
    new AutoscalerController(bench);
    new Bootstrap(bench).run(profile);
  }

  /** Fills an empty store with a new cluster and brings it to life. */
  public static ClusterControllers start(
      ObjectStore store, SimulationClock clock, ClusterProfile profile) {
    return new ClusterControllers(store, clock, profile);
  }

  /** Cuts a node off: its kubelet falls silent, its pods are lost and later evicted. */
  public void loseNode(String name) {
    clock.schedule(Duration.ZERO, () -> nodes.lose(name));
  }

  /** Brings a lost node back. */
  public void recoverNode(String name) {
    clock.schedule(Duration.ZERO, () -> nodes.recover(name));
  }

  /**
   * What a container printed, each line after its time; empty when no node runs the pod or it has
   * no such container.
   *
   * @param container empty for the pod's first one
   * @param previous the run before the present one
   */
  public Optional<List<String>> log(
      String namespace, String pod, String container, boolean previous) {
    return onLoop(
        () ->
            kubelet
                .container(new ObjectKey(namespace, pod), container)
                .map(worker -> worker.log(previous)));
  }

  /** A clock that stands still has no thread of its own: there the caller's is the loop. */
  private <T> T onLoop(Supplier<T> question) {
    if (clock instanceof ManualSimulationClock) {
      return question.get();
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    clock.schedule(Duration.ZERO, () -> answer.complete(question.get()));
    return answer.join();
  }

  @Override
  public void close() {
    cache.close();
    clock.close();
  }
}
