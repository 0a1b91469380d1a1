// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.Subresource;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prepares a received object for storage: sets and protects the fields that the server owns. */
final class Preparation {
  /** Metadata that only the server writes, regardless of the content of an update. */
  private static final List<String> SERVER_OWNED =
      List.of(
          "name",
          "namespace",
          "uid",
          "creationTimestamp",
          "generation",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "selfLink");

  private static final Set<String> NOT_SPEC = Set.of("metadata", "status", "apiVersion", "kind");

  private final Clock clock;
  private final Identities identities;

  Preparation(Clock clock, Identities identities) {
    this.clock = clock;
    this.identities = identities;
  }

  /**
   * Sets type, name, uid and creation time of a new object; drops fields that a creator may not
   * set.
   */
  ObjectNode fresh(ResourceKind kind, ObjectNode object) {
    ObjectNode typed = typed(kind, object);
    ObjectNode metadata = Metadata.of(typed);
    if (Metadata.name(typed).isEmpty() && !Metadata.text(typed, "generateName").isEmpty()) {
      metadata.put("name", identities.name(Metadata.text(typed, "generateName")));
    }
    if (!Metadata.resourceVersion(typed).isEmpty()) {
      throw ApiException.of(500, "", "resourceVersion should not be set on objects to be created");
    }
    metadata.remove(
        List.of("deletionTimestamp", "deletionGracePeriodSeconds", "selfLink", "generation"));
    if (!kind.namespaced()) {
      metadata.remove("namespace");
    }
    metadata.put("uid", identities.uid());
    metadata.put("creationTimestamp", now());
    if (kind.counted()) {
      metadata.put("generation", 1);
    }
    // A node reports its status when it registers; no other kind is created with a status.
    if (kind.has(Subresource.STATUS) && !kind.equals(ResourceKinds.NODE)) {
      typed.remove("status");
    }
    return typed;
  }

  /**
   * The object for an update, with all fields that the update may not change taken from the
   * previous state.
   */
  ObjectNode changed(
      ResourceKind kind, ObjectNode before, ObjectNode wanted, Subresource subresource) {
    return switch (subresource) {
      case STATUS -> statusOf(kind, before, wanted);
      case SCALE -> withReplicas(before, wanted);
      default -> whole(kind, before, wanted);
    };
  }

  /** Increments the generation when the change requires a controller to act. */
  void count(ResourceKind kind, ObjectNode before, ObjectNode after) {
    if (kind.counted() && desiredChanged(kind, before, after)) {
      bumpGeneration(after);
    }
  }

  static void bumpGeneration(ObjectNode object) {
    JsonNode generation = object.path("metadata").path("generation");
    if (generation.asLong() > 0) {
      Metadata.of(object).put("generation", generation.intValue() + 1);
    }
  }

  String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static ObjectNode typed(ResourceKind kind, ObjectNode object) {
    object.put("apiVersion", kind.apiVersion());
    object.put("kind", kind.kind());
    return object;
  }

  private static ObjectNode whole(ResourceKind kind, ObjectNode before, ObjectNode wanted) {
    ObjectNode after = typed(kind, wanted);
    ObjectNode metadata = Metadata.of(after);
    for (String field : SERVER_OWNED) {
      take(metadata, before.path("metadata"), field);
    }
    if (kind.has(Subresource.STATUS)) {
      take(after, before, "status");
    }
    return after;
  }

  /** The real server accepts annotations with the status of a Deployment, such as its revision. */
  private static ObjectNode statusOf(ResourceKind kind, ObjectNode before, ObjectNode wanted) {
    ObjectNode after = withOnly("status", before, wanted);
    if (kind.equals(ResourceKinds.DEPLOYMENT)) {
      take(Metadata.of(after), wanted.path("metadata"), "annotations");
    }
    return after;
  }

  private static ObjectNode withOnly(String field, ObjectNode before, ObjectNode wanted) {
    ObjectNode after = before.deepCopy();
    take(after, wanted, field);
    takeManagedFields(after, wanted);
    return after;
  }

  private static ObjectNode withReplicas(ObjectNode before, ObjectNode wanted) {
    ObjectNode after = before.deepCopy();
    take(after.withObject("/spec"), wanted.path("spec"), "replicas");
    return after;
  }

  /** A status write may also rewrite the ownership record, like any update. */
  private static void takeManagedFields(ObjectNode after, ObjectNode wanted) {
    @Nullable JsonNode entries = wanted.path("metadata").get("managedFields");
    if (entries != null) {
      Metadata.of(after).set("managedFields", entries);
    }
  }

  private static void take(ObjectNode into, JsonNode from, String field) {
    @Nullable JsonNode value = from.get(field);
    if (value == null) {
      into.remove(field);
      return;
    }
    into.set(field, value.deepCopy());
  }

  private static boolean desiredChanged(ResourceKind kind, ObjectNode before, ObjectNode after) {
    if (!desired(before).equals(desired(after))) {
      return true;
    }
    return kind.equals(ResourceKinds.DEPLOYMENT) && !annotations(before).equals(annotations(after));
  }

  private static ObjectNode desired(ObjectNode object) {
    ObjectNode desired = object.objectNode();
    desired.setAll(object);
    desired.remove(NOT_SPEC);
    if (desired.get("spec") instanceof ObjectNode spec && spec.has("nodeName")) {
      // The scheduler decides on the node, not the client that creates the pod.
      desired.set("spec", spec.deepCopy().without("nodeName"));
    }
    return desired;
  }

  /**
   * The revision is not set by users: it comes with the status and must not look like desired
   * state.
   */
  private static ObjectNode annotations(ObjectNode object) {
    ObjectNode annotations = object.objectNode();
    object
        .path("metadata")
        .path("annotations")
        .properties()
        .forEach(entry -> annotations.set(entry.getKey(), entry.getValue()));
    annotations.remove("deployment.kubernetes.io/revision");
    return annotations;
  }
}
