// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/**
 * The objects of the simulated cluster, with the rules of an API server: defaults, validation,
 * admission, optimistic locking, field ownership, finalizers and garbage collection. Thread-safe.
 * Trees passed in are copied; returned trees belong to the caller, except where a type says that
 * they are shared. All refusals are {@link ApiException}s.
 */
public interface ObjectStore {

  /** The kinds that are stored. */
  ServedKinds kinds();

  /** The object, if it exists. The namespace of a cluster-scoped kind is "". */
  Optional<ObjectNode> get(ResourceKind kind, String namespace, String name);

  /** All objects of a kind in one namespace, or in all namespaces when it is "". */
  List<ObjectNode> list(ResourceKind kind, String namespace);

  /** Like {@link #list}, with the corresponding resourceVersion and without copying. */
  Snapshot snapshot(ResourceKind kind, String namespace);

  /** The state at an earlier resourceVersion; refused as expired when too old. */
  Snapshot snapshotAt(ResourceKind kind, String namespace, long resourceVersion);

  /** Creates an object; 409 AlreadyExists when it exists. */
  ObjectNode create(ResourceKind kind, ObjectNode object, WriteOptions options);

  /**
   * Replaces an object; 409 Conflict when its resourceVersion is not the latest. The status is
   * ignored when the kind has the status subresource. An update without changes writes nothing.
   */
  ObjectNode update(ResourceKind kind, ObjectNode object, WriteOptions options);

  /** Like {@link #update}, but only for the status. */
  ObjectNode updateStatus(ResourceKind kind, ObjectNode object, WriteOptions options);

  /**
   * Changes the latest state of an object atomically; the change receives a copy that it may
   * modify.
   */
  ObjectNode patch(
      ResourceKind kind,
      String namespace,
      String name,
      Subresource subresource,
      UnaryOperator<ObjectNode> change,
      WriteOptions options);

  /** Server-side apply: creates or merges, with field ownership; 409 names conflicting managers. */
  Applied apply(
      ResourceKind kind, ObjectNode config, Subresource subresource, WriteOptions options);

  /**
   * Deletes an object, or marks it when finalizers or a pod's grace period delay the deletion.
   *
   * @return the object in its current or last state
   */
  ObjectNode delete(ResourceKind kind, String namespace, String name, DeleteOptions options);

  /**
   * Restores objects of a previous store unchanged, including uids and status, without admission.
   * Existing objects and kinds that are not served are skipped.
   */
  void restore(List<ObjectNode> objects);

  /**
   * Delivers all later changes of a kind, in order, after their commit and outside the store's
   * lock. The consumer must be fast; it may call the store.
   */
  Subscription subscribe(ResourceKind kind, Consumer<StoreEvent> consumer);

  /** Like {@link #subscribe}, starting after a resourceVersion; refused as expired when too old. */
  Subscription subscribeFrom(
      ResourceKind kind, long resourceVersion, Consumer<StoreEvent> consumer);

  /** Calls back once, with the current version, when all changes up to it have been delivered. */
  void afterDelivery(LongConsumer callback);

  /** The version of the latest committed change. */
  long resourceVersion();

  /** The result of an apply: the stored object, and whether it is new. */
  record Applied(ObjectNode object, boolean created) {}
}
