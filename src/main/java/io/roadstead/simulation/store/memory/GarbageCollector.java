// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.DeleteOptions.Propagation;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.StoreEvent;
import io.roadstead.simulation.store.Subresource;
import io.roadstead.simulation.store.WriteOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Deletes orphaned dependents, releases owners once their dependents are gone, and empties
 * namespaces that are being deleted. Runs on each committed change.
 */
final class GarbageCollector {
  private static final WriteOptions WRITE = WriteOptions.by("kube-controller-manager");

  private final MemoryObjectStore store;

  GarbageCollector(MemoryObjectStore store) {
    this.store = store;
  }

  void observe(StoreEvent event) {
    switch (event.type()) {
      case ADDED -> collectIfAbandoned(event.kind(), event.object());
      case MODIFIED -> progress(event.kind(), event.object());
      case DELETED -> afterDeletion(event.kind(), event.object());
    }
  }

  private void progress(ResourceKind kind, ObjectNode object) {
    if (!Metadata.deleting(object)) {
      return;
    }
    if (kind.equals(ResourceKinds.NAMESPACE)) {
      emptyNamespace(Metadata.name(object));
      return;
    }
    List<String> finalizers = Metadata.finalizers(object);
    if (finalizers.contains(Deletion.ORPHAN)) {
      store.dependents(Metadata.uid(object)).forEach(ref -> release(ref, Metadata.uid(object)));
      removeFinalizer(ObjectRef.of(kind, object), Deletion.ORPHAN);
    }
    if (finalizers.contains(Deletion.FOREGROUND)) {
      deleteDependentsFirst(kind, object);
    }
  }

  private void deleteDependentsFirst(ResourceKind kind, ObjectNode owner) {
    String uid = Metadata.uid(owner);
    for (ObjectRef dependent : store.dependents(uid)) {
      find(dependent)
          .filter(object -> !Metadata.deleting(object))
          .ifPresent(object -> collect(dependent, object, uid, childPropagation(object)));
    }
    if (store.dependents(uid).stream().noneMatch(ref -> blocks(ref, uid))) {
      removeFinalizer(ObjectRef.of(kind, owner), Deletion.FOREGROUND);
    }
  }

  private Propagation childPropagation(ObjectNode dependent) {
    boolean leaf = store.dependents(Metadata.uid(dependent)).isEmpty();
    return leaf ? Propagation.BACKGROUND : Propagation.FOREGROUND;
  }

  private void afterDeletion(ResourceKind kind, ObjectNode object) {
    String uid = Metadata.uid(object);
    for (ObjectRef dependent : store.dependents(uid)) {
      find(dependent).ifPresent(d -> collect(dependent, d, uid, Propagation.BACKGROUND));
    }
    for (JsonNode owner : Metadata.owners(object)) {
      ownerOf(object, owner)
          .filter(o -> Metadata.finalizers(o).contains(Deletion.FOREGROUND))
          .ifPresent(o -> ownerKind(owner).ifPresent(k -> progress(k, o)));
    }
    if (kind.namespaced()) {
      store
          .get(ResourceKinds.NAMESPACE, "", Metadata.namespace(object))
          .filter(Metadata::deleting)
          .ifPresent(namespace -> removeIfEmpty(Metadata.name(namespace)));
    }
  }

  private void collectIfAbandoned(ResourceKind kind, ObjectNode object) {
    List<JsonNode> owners = Metadata.owners(object);
    boolean abandoned =
        !owners.isEmpty() && owners.stream().noneMatch(o -> store.exists(o.path("uid").asText()));
    if (abandoned) {
      delete(ObjectRef.of(kind, object), Propagation.BACKGROUND);
    }
  }

  /** Deletes a dependent, unless it has another owner: then only the reference is removed. */
  private void collect(
      ObjectRef ref, ObjectNode dependent, String ownerUid, Propagation propagation) {
    boolean held =
        Metadata.owners(dependent).stream()
            .map(owner -> owner.path("uid").asText())
            .anyMatch(uid -> !uid.equals(ownerUid) && store.exists(uid));
    if (held) {
      release(ref, ownerUid);
      return;
    }
    delete(ref, propagation);
  }

  private void release(ObjectRef ref, String ownerUid) {
    change(
        ref,
        object -> {
          ArrayNode kept = object.arrayNode();
          Metadata.owners(object).stream()
              .filter(owner -> !owner.path("uid").asText().equals(ownerUid))
              .forEach(kept::add);
          Metadata.of(object).set("ownerReferences", kept);
          if (kept.isEmpty()) {
            Metadata.of(object).remove("ownerReferences");
          }
          return object;
        });
  }

  private void removeFinalizer(ObjectRef ref, String finalizer) {
    change(
        ref,
        object -> {
          List<String> kept = new ArrayList<>(Metadata.finalizers(object));
          kept.remove(finalizer);
          Metadata.setFinalizers(object, kept);
          return object;
        });
  }

  private void emptyNamespace(String namespace) {
    for (ResourceKind kind : store.kinds().all()) {
      if (kind.namespaced()) {
        store.snapshot(kind, namespace).objects().stream()
            .filter(object -> !Metadata.deleting(object))
            .forEach(object -> delete(ObjectRef.of(kind, object), Propagation.BACKGROUND));
      }
    }
    removeIfEmpty(namespace);
  }

  private void removeIfEmpty(String namespace) {
    boolean empty =
        store.kinds().all().stream()
            .filter(ResourceKind::namespaced)
            .allMatch(kind -> store.snapshot(kind, namespace).objects().isEmpty());
    if (empty) {
      store
          .get(ResourceKinds.NAMESPACE, "", namespace)
          .filter(object -> Metadata.finalizers(object).isEmpty())
          .ifPresent(store::removeNamespace);
    }
  }

  private boolean blocks(ObjectRef ref, String ownerUid) {
    return find(ref).stream()
        .flatMap(object -> Metadata.owners(object).stream())
        .filter(owner -> owner.path("uid").asText().equals(ownerUid))
        .anyMatch(owner -> owner.path("blockOwnerDeletion").asBoolean());
  }

  private Optional<ObjectNode> ownerOf(ObjectNode dependent, JsonNode owner) {
    return ownerKind(owner)
        .flatMap(
            kind ->
                store.get(
                    kind,
                    kind.namespaced() ? Metadata.namespace(dependent) : "",
                    owner.path("name").asText()))
        .filter(object -> Metadata.uid(object).equals(owner.path("uid").asText()));
  }

  private Optional<ResourceKind> ownerKind(JsonNode owner) {
    return store.kinds().byType(owner.path("apiVersion").asText(), owner.path("kind").asText());
  }

  private Optional<ObjectNode> find(ObjectRef ref) {
    return store.get(ref.kind(), ref.namespace(), ref.name());
  }

  private void delete(ObjectRef ref, Propagation propagation) {
    quietly(
        () ->
            store.delete(
                ref.kind(),
                ref.namespace(),
                ref.name(),
                DeleteOptions.background().with(propagation)));
  }

  private void change(ObjectRef ref, UnaryOperator<ObjectNode> change) {
    quietly(
        () ->
            store.patch(ref.kind(), ref.namespace(), ref.name(), Subresource.NONE, change, WRITE));
  }

  /** Already deleted in the meantime. */
  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (ApiException e) {
      if (e.code() != 404) {
        throw e;
      }
    }
  }
}
