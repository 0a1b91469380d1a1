// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Gives Services of type LoadBalancer an address, as the cluster's provider would, and takes it
 * back.
 */
final class LoadBalancerController {
  static final String FINALIZER = "service.kubernetes.io/load-balancer-cleanup";

  private final ClusterCache cache;
  private final ClusterWriter writer;
  private final EventRecorder events;
  private final SimulationClock clock;
  private final LoadBalancerBehaviour behaviour;
  private final WorkQueue queue;
  private final Map<String, Instant> asked = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  LoadBalancerController(Workbench bench, LoadBalancerBehaviour behaviour) {
    this.cache = bench.cache();
    this.writer = bench.writer("cloud-controller-manager");
    this.events = bench.events("service-controller");
    this.clock = bench.clock();
    this.behaviour = behaviour;
    this.queue = bench.queue("load-balancer", this::reconcile);
    cache.onChange(ResourceKinds.SERVICE, change -> queue.add(ObjectKey.of(change.latest())));
  }

  private void reconcile(ObjectKey key) {
    ObjectNode service = cache.get(ResourceKinds.SERVICE, key);
    if (service == null || behaviour.kind() == LoadBalancerBehaviour.Kind.NONE) {
      return;
    }
    boolean wanted =
        service.path("spec").path("type").asText().equals("LoadBalancer")
            && !service.path("spec").hasNonNull("loadBalancerClass")
            && !Meta.deleting(service);
    if (wanted) {
      ensure(service);
    } else if (Meta.hasFinalizer(service, FINALIZER)) {
      release(service);
    }
  }

  private void ensure(ObjectNode service) {
    if (!Meta.hasFinalizer(service, FINALIZER)) {
      events.normal(service, "EnsuringLoadBalancer", "Ensuring load balancer");
      asked.put(Meta.uid(service), clock.instant());
      writer.update(
          ResourceKinds.SERVICE,
          service,
          latest -> latest.withObject("/metadata").withArray("finalizers").add(FINALIZER));
      queue.addAfter(ObjectKey.of(service), behaviour.delay());
      return;
    }
    Instant due =
        asked.computeIfAbsent(Meta.uid(service), any -> clock.instant()).plus(behaviour.delay());
    boolean addressed = !service.path("status").path("loadBalancer").path("ingress").isEmpty();
    if (addressed || clock.instant().isBefore(due)) {
      return;
    }
    writer.updateStatus(
        ResourceKinds.SERVICE,
        service,
        status -> ingress(status.withObject("/loadBalancer").putArray("ingress"), service));
    events.normal(service, "EnsuredLoadBalancer", "Ensured load balancer");
  }

  private void ingress(ArrayNode ingress, JsonNode service) {
    if (behaviour.kind() == LoadBalancerBehaviour.Kind.HOSTNAME) {
      ingress.addObject().put("hostname", behaviour.address().formatted(Meta.name(service)));
      return;
    }
    int number = numbers.computeIfAbsent(Meta.uid(service), any -> freeNumber());
    ingress.addObject().put("ip", behaviour.address() + number).put("ipMode", "VIP");
  }

  private int freeNumber() {
    Set<Integer> taken = new HashSet<>(numbers.values());
    int number = 1;
    while (taken.contains(number)) {
      number++;
    }
    return number;
  }

  private void release(ObjectNode service) {
    events.normal(service, "DeletingLoadBalancer", "Deleting load balancer");
    asked.remove(Meta.uid(service));
    numbers.remove(Meta.uid(service));
    ObjectNode cleared =
        writer.updateStatus(
            ResourceKinds.SERVICE, service, status -> status.putObject("loadBalancer"));
    events.normal(service, "DeletedLoadBalancer", "Deleted load balancer");
    writer.update(
        ResourceKinds.SERVICE, cleared, latest -> removeFinalizer(latest.withObject("/metadata")));
  }

  private static void removeFinalizer(ObjectNode metadata) {
    ArrayNode finalizers = metadata.withArray("finalizers");
    for (int i = finalizers.size() - 1; i >= 0; i--) {
      if (finalizers.get(i).asText().equals(FINALIZER)) {
        finalizers.remove(i);
      }
    }
    if (finalizers.isEmpty()) {
      metadata.remove("finalizers");
    }
  }
}
