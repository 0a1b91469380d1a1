// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.Subresource;
import io.roadstead.simulation.store.WriteOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Records Kubernetes events for one component. A repeated event increments its count instead of
 * creating a new object; each is deleted an hour after it was last seen, as on a real cluster.
 */
final class EventRecorder {
  private static final Logger LOG = Logger.getLogger(EventRecorder.class);
  private static final Duration KEPT = Duration.ofHours(1);

  private final ObjectStore store;
  private final SimulationClock clock;
  private final Timestamps timestamps;
  private final String component;
  private final AtomicLong numbers;
  private final Map<Fact, ObjectKey> recorded = new HashMap<>();

  EventRecorder(ObjectStore store, SimulationClock clock, String component, AtomicLong numbers) {
    this.store = store;
    this.clock = clock;
    this.timestamps = new Timestamps(clock);
    this.component = component;
    this.numbers = numbers;
  }

  /** The content of an event; events with equal content are merged. */
  private record Fact(
      String uid, String fieldPath, String host, String type, String reason, String message) {}

  void normal(JsonNode regarding, String reason, String message) {
    record(regarding, "", "", "Normal", reason, message);
  }

  void warning(JsonNode regarding, String reason, String message) {
    record(regarding, "", "", "Warning", reason, message);
  }

  /** Like the others, with the part of the object and the node of origin. */
  void record(
      JsonNode regarding,
      String fieldPath,
      String host,
      String type,
      String reason,
      String message) {
    Fact fact = new Fact(Meta.uid(regarding), fieldPath, host, type, reason, message);
    try {
      ObjectKey known = recorded.get(fact);
      if (known == null || !repeat(known)) {
        create(regarding, fact);
      }
    } catch (ApiException e) {
      // The namespace is being deleted, or the event was deleted: not a reason to stop the
      // controller.
      LOG.debugf("Event %s not recorded: %s", reason, e.getMessage());
      recorded.remove(fact);
    }
  }

  private boolean repeat(ObjectKey key) {
    if (store.get(ResourceKinds.EVENT, key.namespace(), key.name()).isEmpty()) {
      return false;
    }
    store.patch(
        ResourceKinds.EVENT,
        key.namespace(),
        key.name(),
        Subresource.NONE,
        event ->
            event
                .put("count", event.path("count").asInt() + 1)
                .put("lastTimestamp", timestamps.now()),
        WriteOptions.by(manager()));
    return true;
  }

  private void create(JsonNode regarding, Fact fact) {
    String namespace = Meta.namespace(regarding).isEmpty() ? "default" : Meta.namespace(regarding);
    String suffix = Long.toHexString(clock.millis() * 1_000_000L + numbers.getAndIncrement());
    ObjectKey key = new ObjectKey(namespace, Meta.name(regarding) + "." + suffix);
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("apiVersion", "v1").put("kind", "Event");
    event.putObject("metadata").put("namespace", key.namespace()).put("name", key.name());
    event.set("involvedObject", reference(regarding, fact.fieldPath()));
    event.put("reason", fact.reason()).put("message", fact.message()).put("type", fact.type());
    event.put("firstTimestamp", timestamps.now()).put("lastTimestamp", timestamps.now());
    event.put("count", 1).putNull("eventTime");
    event.put("reportingComponent", component).put("reportingInstance", fact.host());
    ObjectNode source = event.putObject("source").put("component", component);
    if (!fact.host().isEmpty()) {
      source.put("host", fact.host());
    }
    store.create(ResourceKinds.EVENT, event, WriteOptions.by(manager()));
    recorded.put(fact, key);
    clock.schedule(KEPT, () -> expire(fact, key));
  }

  private static ObjectNode reference(JsonNode regarding, String fieldPath) {
    ObjectNode reference = JsonNodeFactory.instance.objectNode();
    reference.put("apiVersion", regarding.path("apiVersion").asText());
    reference.put("kind", regarding.path("kind").asText());
    if (!Meta.namespace(regarding).isEmpty()) {
      reference.put("namespace", Meta.namespace(regarding));
    }
    reference.put("name", Meta.name(regarding)).put("uid", Meta.uid(regarding));
    reference.put("resourceVersion", regarding.path("metadata").path("resourceVersion").asText());
    if (!fieldPath.isEmpty()) {
      reference.put("fieldPath", fieldPath);
    }
    return reference;
  }

  private void expire(Fact fact, ObjectKey key) {
    var event = store.get(ResourceKinds.EVENT, key.namespace(), key.name());
    if (event.isEmpty()) {
      recorded.remove(fact, key);
      return;
    }
    Duration age = timestamps.since(event.get().path("lastTimestamp").asText());
    if (age.compareTo(KEPT) < 0) {
      clock.schedule(KEPT.minus(age), () -> expire(fact, key));
      return;
    }
    recorded.remove(fact, key);
    try {
      store.delete(ResourceKinds.EVENT, key.namespace(), key.name(), DeleteOptions.background());
    } catch (ApiException e) {
      LOG.debugf("Event %s was gone already: %s", key, e.getMessage());
    }
  }

  private String manager() {
    return switch (component) {
      case "kubelet" -> "kubelet";
      case "default-scheduler" -> "kube-scheduler";
      default -> "kube-controller-manager";
    };
  }
}
