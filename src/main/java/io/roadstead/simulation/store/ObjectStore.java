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
 * Trees given in are copied; trees given out belong to the caller, except where a type says that
 * they are shared. Every refusal is an {@link ApiException}.
 */
public interface ObjectStore {

  /** The kinds that are stored. */
  ServedKinds kinds();

  /** The object, if there is one. The namespace of a cluster-wide kind is "". */
  Optional<ObjectNode> get(ResourceKind kind, String namespace, String name);

  /** All objects of a kind in one namespace, or in all of them when the namespace is "". */
  List<ObjectNode> list(ResourceKind kind, String namespace);

  /** As {@link #list}, with the resourceVersion it is true for and without copying. */
  Snapshot snapshot(ResourceKind kind, String namespace);

  /** The state as it was at an earlier resourceVersion; refused as expired when too old. */
  Snapshot snapshotAt(ResourceKind kind, String namespace, long resourceVersion);

  /** Creates an object; 409 AlreadyExists when there is one. */
  ObjectNode create(ResourceKind kind, ObjectNode object, WriteOptions options);

  /**
   * Replaces an object; 409 Conflict when it carries a resourceVersion that is no longer the
   * latest. A status is ignored when the kind has the status subresource. Changing nothing writes
   * nothing.
   */
  ObjectNode update(ResourceKind kind, ObjectNode object, WriteOptions options);

  /** As {@link #update}, but only the status is taken over. */
  ObjectNode updateStatus(ResourceKind kind, ObjectNode object, WriteOptions options);

  /** Changes the latest state of an object atomically; the change gets a copy it may modify. */
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
   * Deletes an object, or marks it when finalizers or a pod's grace period hold it.
   *
   * @return the object as it is now, or as it was last
   */
  ObjectNode delete(ResourceKind kind, String namespace, String name, DeleteOptions options);

  /**
   * Puts objects of a former store back as they were, uids and status included, without admission.
   * Objects that are there already and kinds that are not served are left out.
   */
  void restore(List<ObjectNode> objects);

  /**
   * Delivers every later change of a kind, in order, after its commit and outside the store's lock.
   * The consumer must be quick; it may call the store.
   */
  Subscription subscribe(ResourceKind kind, Consumer<StoreEvent> consumer);

  /** As {@link #subscribe}, beginning after a resourceVersion; refused as expired when too old. */
  Subscription subscribeFrom(
      ResourceKind kind, long resourceVersion, Consumer<StoreEvent> consumer);

  /** Calls back once, with the present version, when every change up to it has been delivered. */
  void afterDelivery(LongConsumer callback);

  /** The version of the latest committed change. */
  long resourceVersion();

  /** The outcome of an apply: the stored object, and whether it is new. */
  record Applied(ObjectNode object, boolean created) {}
}
