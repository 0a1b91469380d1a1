// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.Subresource;
import io.roadstead.simulation.store.WriteOptions;
import java.util.function.Consumer;

/**
 * Writes to the store under one field manager. A change is applied to the latest state of the
 * object; a change without effect is not written.
 */
final class ClusterWriter {
  private final ObjectStore store;
  private final ClusterCache cache;
  private final WriteOptions options;

  ClusterWriter(ObjectStore store, ClusterCache cache, String fieldManager) {
    this.store = store;
    this.cache = cache;
    this.options = WriteOptions.by(fieldManager);
  }

  ObjectNode create(ResourceKind kind, ObjectNode object) {
    object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    ObjectNode created = store.create(kind, object, options);
    cache.observe(kind, created);
    return created;
  }

  ObjectNode update(ResourceKind kind, ObjectNode observed, Consumer<ObjectNode> change) {
    return write(kind, observed, Subresource.NONE, change);
  }

  /** Changes the status; the change receives only the status. */
  ObjectNode updateStatus(ResourceKind kind, ObjectNode observed, Consumer<ObjectNode> change) {
    return write(
        kind, observed, Subresource.STATUS, object -> change.accept(object.withObject("/status")));
  }

  /** Like the status of a Deployment, with which the real server accepts annotations too. */
  ObjectNode updateStatusAndAnnotations(
      ResourceKind kind, ObjectNode observed, Consumer<ObjectNode> change) {
    return write(kind, observed, Subresource.STATUS, change);
  }

  ObjectNode scale(ResourceKind kind, ObjectNode observed, int replicas) {
    return write(
        kind,
        observed,
        Subresource.SCALE,
        object -> object.withObject("/spec").put("replicas", replicas));
  }

  private ObjectNode write(
      ResourceKind kind, ObjectNode observed, Subresource part, Consumer<ObjectNode> change) {
    ObjectNode written =
        store.patch(
            kind,
            Meta.namespace(observed),
            Meta.name(observed),
            part,
            latest -> {
              if (!Meta.uid(latest).equals(Meta.uid(observed))) {
                throw ApiException.notFound(kind, Meta.name(observed));
              }
              change.accept(latest);
              return latest;
            },
            options);
    cache.observe(kind, written);
    return written;
  }

  /** Binds a pod to a node. */
  ObjectNode bind(ObjectNode pod, String node) {
    return write(
        ResourceKinds.POD,
        pod,
        Subresource.BINDING,
        latest -> latest.withObject("/spec").put("nodeName", node));
  }

  /** Deletes the object if it is still the observed one; no error if it is already gone. */
  void delete(ResourceKind kind, ObjectNode observed, DeleteOptions how) {
    DeleteOptions exact =
        new DeleteOptions(
            how.propagation(), how.gracePeriodSeconds(), Meta.uid(observed), null, false);
    try {
      store.delete(kind, Meta.namespace(observed), Meta.name(observed), exact);
    } catch (ApiException e) {
      if (e.code() != 404) {
        throw e;
      }
    }
    store
        .get(kind, Meta.namespace(observed), Meta.name(observed))
        .ifPresentOrElse(left -> cache.observe(kind, left), () -> cache.forget(kind, observed));
  }
}
