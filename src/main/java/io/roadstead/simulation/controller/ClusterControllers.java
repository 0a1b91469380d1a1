// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** All controllers and kubelets of a simulated cluster, started together on one store. */
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
          ResourceKinds.PERSISTENT_VOLUME_CLAIM,
          ResourceKinds.PERSISTENT_VOLUME,
          ResourceKinds.STORAGE_CLASS,
          ResourceKinds.DEPLOYMENT,
          ResourceKinds.REPLICA_SET,
          ResourceKinds.HORIZONTAL_POD_AUTOSCALER,
          ResourceKinds.ENDPOINT_SLICE);

  private static final int LONGEST_ANSWER_SECONDS = 10;

  private final SimulationClock clock;
  private final ClusterCache cache;
  private final Kubelet kubelet;
  private final NodeLifecycleController nodes;

  private ClusterControllers(
      ObjectStore store, SimulationClock clock, ClusterProfile profile, ServicePorts ports) {
    this.clock = clock;
    this.cache = new ClusterCache(clock);
    FOLLOWED.forEach(kind -> cache.follow(store, kind));
    Workbench bench = new Workbench(store, cache, clock, new AtomicLong());
    new NamespaceController(bench);
    new DeploymentController(bench);
    new ReplicaSetController(bench);
    new ClaimController(bench, profile.delays());
    new Scheduler(bench);
    this.kubelet = new Kubelet(bench, profile.delays());
    this.nodes = new NodeLifecycleController(bench, kubelet);
    new EndpointSliceController(bench);
    new LoadBalancerController(bench, profile.loadBalancer().script(), ports);
    new AutoscalerController(bench);
    cache.announceAll();
    new Bootstrap(bench).run(profile);
  }

  /**
   * Fills an empty store with a new cluster and starts its controllers.
   *
   * @param ports used by load balancers to open ports on this machine; closed by the caller
   */
  public static ClusterControllers start(
      ObjectStore store, SimulationClock clock, ClusterProfile profile, ServicePorts ports) {
    // The controllers run only on the loop, from the start: none of them is thread-safe.
    return onLoop(clock, () -> new ClusterControllers(store, clock, profile, ports));
  }

  /** Disconnects a node: its kubelet stops responding, its pods are lost and later evicted. */
  public void loseNode(String name) {
    clock.schedule(Duration.ZERO, () -> nodes.lose(name));
  }

  /** Brings a lost node back. */
  public void recoverNode(String name) {
    clock.schedule(Duration.ZERO, () -> nodes.recover(name));
  }

  /**
   * The log of a container, each line with its time; empty when no node runs the pod or it has no
   * such container.
   *
   * @param container empty for the pod's first one
   * @param previous whether to return the previous run
   */
  public Optional<List<String>> log(
      String namespace, String pod, String container, boolean previous) {
    return onLoop(
        clock,
        () ->
            kubelet
                .container(new ObjectKey(namespace, pod), container)
                .map(worker -> worker.log(previous)));
  }

  /** A manual clock has no thread of its own: the caller's thread is the loop. */
  private static <T> T onLoop(SimulationClock clock, Supplier<T> work) {
    if (clock instanceof ManualSimulationClock) {
      return work.get();
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    clock.schedule(Duration.ZERO, () -> complete(answer, work));
    return answer.orTimeout(LONGEST_ANSWER_SECONDS, TimeUnit.SECONDS).join();
  }

  private static <T> void complete(CompletableFuture<T> answer, Supplier<T> work) {
    try {
      answer.complete(work.get());
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    cache.close();
    clock.close();
  }
}
