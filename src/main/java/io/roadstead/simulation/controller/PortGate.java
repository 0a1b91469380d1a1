// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.controller.ServicePorts.Outcome;
import io.roadstead.simulation.store.ResourceKinds;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets a Service proceed once its ports are open on this machine, retries while they are not, and
 * keeps their backends up to date.
 */
final class PortGate {
  private static final Logger LOG = Logger.getLogger(PortGate.class);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final ClusterCache cache;
  private final SimulationClock clock;
  private final EventRecorder events;
  private final ReadyHosts hosts;
  private final ServicePorts ports;
  private final Consumer<ObjectKey> passed;
  private final Map<String, Wish> wishes = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  /** The ports that a Service requested, and the outcome once known. */
  private static final class Wish {
    private final Set<Integer> ports;
    private @Nullable Outcome outcome;

    Wish(Set<Integer> ports) {
      this.ports = ports;
    }
  }

  PortGate(Workbench bench, ServicePorts ports, Consumer<ObjectKey> passed) {
    this.cache = bench.cache();
    this.clock = bench.clock();
    this.events = bench.events("simulated-cluster");
    this.hosts = new ReadyHosts(cache);
    this.ports = ports;
    this.passed = passed;
    cache.onChange(ResourceKinds.ENDPOINT_SLICE, this::endpointsChanged);
  }

  /** Whether the ports of the Service are open; requests them if they have not been requested. */
  boolean opens(ObjectNode service) {
    Set<Integer> wanted = tcpPorts(service);
    String uid = Meta.uid(service);
    Wish wish = wishes.get(uid);
    if (wish == null || !wish.ports.equals(wanted)) {
      ask(ObjectKey.of(service), uid, wanted);
      return false;
    }
    return wish.outcome == Outcome.OPEN;
  }

  void close(String uid) {
    told.remove(uid);
    if (wishes.remove(uid) != null) {
      ports.close(uid);
    }
  }

  private void ask(ObjectKey key, String uid, Set<Integer> wanted) {
    Wish wish = new Wish(wanted);
    wishes.put(uid, wish);
    ports.open(
        uid,
        wanted,
        outcome -> clock.schedule(Duration.ZERO, () -> answered(key, uid, wish, outcome)));
  }

  private void answered(ObjectKey key, String uid, Wish wish, Outcome outcome) {
    ObjectNode service = cache.get(ResourceKinds.SERVICE, key);
    if (wishes.get(uid) != wish || service == null) {
      return;
    }
    wish.outcome = outcome;
    if (outcome == Outcome.OPEN) {
      told.remove(uid);
      ports.route(uid, hosts.of(service));
      passed.accept(key);
      return;
    }
    explain(service, wish.ports, outcome);
    clock.schedule(RETRY, () -> askAgain(key, uid, wish));
  }

  private void askAgain(ObjectKey key, String uid, Wish wish) {
    if (wishes.remove(uid, wish)) {
      passed.accept(key);
    }
  }

  private void explain(ObjectNode service, Set<Integer> wanted, Outcome outcome) {
    if (outcome == Outcome.FORBIDDEN) {
      events.warning(
          service,
          "PortNotAllowed",
          "Not all of the ports %s may be opened on this machine without further rights: choose ports above 1023."
              .formatted(wanted));
      return;
    }
    if (told.add(Meta.uid(service))) {
      LOG.infof(
          "One of the ports %s of Service %s is taken: it stays pending until the port is free",
          wanted, ObjectKey.of(service));
    }
  }

  private void endpointsChanged(ClusterCache.Change change) {
    ObjectNode slice = change.latest();
    String name = Meta.labels(slice).getOrDefault(EndpointSliceController.SERVICE_NAME, "");
    ObjectNode service =
        cache.get(ResourceKinds.SERVICE, new ObjectKey(Meta.namespace(slice), name));
    if (service == null) {
      return;
    }
    Wish wish = wishes.get(Meta.uid(service));
    if (wish != null && wish.outcome == Outcome.OPEN) {
      ports.route(Meta.uid(service), hosts.of(service));
    }
  }

  private static Set<Integer> tcpPorts(JsonNode service) {
    Set<Integer> found = new TreeSet<>();
    for (JsonNode port : service.path("spec").path("ports")) {
      if (port.path("protocol").asText("TCP").equals("TCP")) {
        found.add(port.path("port").asInt());
      }
    }
    return found;
  }
}
