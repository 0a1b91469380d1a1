// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.system.BalancerScript;
import io.roadstead.simulation.system.BalancerStep;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives Services of type LoadBalancer an address, step by step as the cluster's provider would, and
 * releases it.
 */
final class LoadBalancerController {
  static final String FINALIZER = BalancerScript.CLEAN_UP;

  private final ClusterCache cache;
  private final ClusterWriter writer;
  private final SimulationClock clock;
  private final BalancerScript script;
  private final BalancerEvents events;
  private final PortGate gate;
  private final WorkQueue queue;
  private final Map<ObjectKey, BalancerClaim> claims = new HashMap<>();
  private final Map<ObjectKey, BalancerRelease> releases = new HashMap<>();

  LoadBalancerController(Workbench bench, BalancerScript script, ServicePorts ports) {
    this.cache = bench.cache();
    this.writer = bench.writer("cloud-controller-manager");
    this.clock = bench.clock();
    this.script = script;
    this.events = new BalancerEvents(bench);
    this.queue = bench.queue("load-balancer", this::reconcile);
    this.gate = new PortGate(bench, ports, queue::add);
    cache.onChange(ResourceKinds.SERVICE, change -> queue.add(ObjectKey.of(change.latest())));
  }

  private void reconcile(ObjectKey key) {
    ObjectNode service = cache.get(ResourceKinds.SERVICE, key);
    BalancerClaim claim = claims.get(key);
    if (claim != null && (service == null || !Meta.uid(service).equals(claim.uid()))) {
      forget(key, claim);
      claim = null;
    }
    if (service == null) {
      releases.remove(key);
      return;
    }
    if (script.steps().isEmpty()) {
      return;
    }
    if (wanted(service)) {
      releases.remove(key);
      ensure(key, service, claim == null ? claim(key, service) : claim);
    } else if (claim != null || Meta.hasFinalizer(service, script.finalizer())) {
      release(key, service, claim);
    }
  }

  private static boolean wanted(JsonNode service) {
    return service.path("spec").path("type").asText().equals("LoadBalancer")
        && !service.path("spec").hasNonNull("loadBalancerClass")
        && !Meta.deleting(service);
  }

  private BalancerClaim claim(ObjectKey key, JsonNode service) {
    Set<Integer> taken =
        claims.values().stream().map(BalancerClaim::number).collect(Collectors.toSet());
    int number = 1;
    while (taken.contains(number)) {
      number++;
    }
    BalancerClaim claim = new BalancerClaim(Meta.uid(service), number, clock.instant());
    claims.put(key, claim);
    return claim;
  }

  private void ensure(ObjectKey key, ObjectNode observed, BalancerClaim claim) {
    ObjectNode service = observed;
    if (script.loopback() && claim.published() && !gate.opens(service)) {
      withdraw(service);
      claim.restart(clock.instant());
      return;
    }
    for (BalancerStep step : claim.due(script, clock.instant())) {
      if (script.loopback() && !step.ingress().isEmpty() && !gate.opens(service)) {
        hold(service);
        return;
      }
      service = perform(step, service, claim);
      claim.did(step);
    }
    hold(service);
    Duration pause = claim.untilNext(script, clock.instant());
    if (!pause.isNegative()) {
      queue.addAfter(key, pause);
    }
  }

  private ObjectNode perform(BalancerStep step, ObjectNode service, BalancerClaim claim) {
    BalancerTexts texts = new BalancerTexts(service, claim.number(), cache);
    ObjectNode latest = service;
    if (!step.ingress().isEmpty()) {
      ArrayNode ingress = texts.ingress(step.ingress());
      latest =
          writer.updateStatus(
              ResourceKinds.SERVICE,
              service,
              status -> status.withObject("/loadBalancer").set("ingress", ingress));
    }
    events.record(step, latest, texts);
    return latest;
  }

  private void hold(ObjectNode service) {
    if (!script.finalizer().isEmpty() && !Meta.hasFinalizer(service, script.finalizer())) {
      writer.update(
          ResourceKinds.SERVICE,
          service,
          latest -> latest.withObject("/metadata").withArray("finalizers").add(script.finalizer()));
    }
  }

  private ObjectNode withdraw(ObjectNode service) {
    return writer.updateStatus(
        ResourceKinds.SERVICE, service, status -> status.putObject("loadBalancer"));
  }

  private void release(ObjectKey key, ObjectNode service, @Nullable BalancerClaim claim) {
    BalancerRelease release = releases.get(key);
    if (release == null || !release.uid().equals(Meta.uid(service))) {
      release = new BalancerRelease(Meta.uid(service), clock.instant());
      releases.put(key, release);
    }
    BalancerTexts texts = new BalancerTexts(service, claim == null ? 1 : claim.number(), cache);
    release.due(script, clock.instant()).forEach(step -> events.record(step, service, texts));
    Duration pause = release.untilNext(script, clock.instant());
    if (!pause.isNegative()) {
      queue.addAfter(key, pause);
      return;
    }
    releases.remove(key);
    if (claim != null) {
      forget(key, claim);
    }
    ObjectNode cleared = withdraw(service);
    if (Meta.hasFinalizer(cleared, script.finalizer())) {
      writer.update(
          ResourceKinds.SERVICE,
          cleared,
          latest -> Meta.removeFinalizer(latest, script.finalizer()));
    }
  }

  private void forget(ObjectKey key, BalancerClaim claim) {
    claims.remove(key);
    gate.close(claim.uid());
  }
}
