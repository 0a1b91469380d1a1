// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.ServedKinds;
import io.roadstead.simulation.store.Snapshot;
import io.roadstead.simulation.store.StoreEvent;
import io.roadstead.simulation.store.Subresource;
import io.roadstead.simulation.store.Subscription;
import io.roadstead.simulation.store.WriteOptions;
import io.roadstead.simulation.store.admission.Admission;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The store of a simulated cluster, in memory, for as long as the process lives. */
public final class MemoryObjectStore implements ObjectStore {
  private static final int HISTORY_PER_KIND = 2048;

  private final ServedKinds kinds;
  private final ReentrantLock lock = new ReentrantLock();
  private final ObjectTables tables = new ObjectTables();
  private final Deliveries deliveries = new Deliveries();
  private final Commits commits;
  private final Admission admission;
  private final Writes writes;
  private final Deletion deletion;

  /** A store whose timestamps come from the clock. */
  public MemoryObjectStore(Clock clock) {
    this(clock, ServedKinds.usual());
  }

  /** The same for other kinds. */
  public MemoryObjectStore(Clock clock, ServedKinds kinds) {
    this(clock, kinds, HISTORY_PER_KIND, new Random());
  }

  /**
   * A store with the given source of names and uids.
   *
   * @param historyPerKind number of changes of a kind that a watch or a paged list can go back
   */
  public MemoryObjectStore(Clock clock, int historyPerKind, Random random) {
    this(clock, ServedKinds.usual(), historyPerKind, random);
  }

  private MemoryObjectStore(Clock clock, ServedKinds kinds, int historyPerKind, Random random) {
    this.kinds = kinds;
    commits = new Commits(tables, deliveries, historyPerKind);
    Preparation preparation = new Preparation(clock, new Identities(random));
    admission = new Admission(tables);
    writes = new Writes(tables, commits, preparation, admission);
    deletion = new Deletion(commits, clock);
    GarbageCollector collector = new GarbageCollector(this);
    kinds.all().forEach(kind -> subscribe(kind, collector::observe));
    Bootstrap.fill(this);
  }

  @Override
  public ServedKinds kinds() {
    return kinds;
  }

  @Override
  public Optional<ObjectNode> get(ResourceKind kind, String namespace, String name) {
    return locked(() -> tables.find(kind, namespace, name).map(ObjectNode::deepCopy));
  }

  @Override
  public List<ObjectNode> list(ResourceKind kind, String namespace) {
    return snapshot(kind, namespace).objects().stream().map(ObjectNode::deepCopy).toList();
  }

  @Override
  public Snapshot snapshot(ResourceKind kind, String namespace) {
    return locked(
        () -> new Snapshot(commits.resourceVersion(), List.copyOf(tables.all(kind, namespace))));
  }

  @Override
  public Snapshot snapshotAt(ResourceKind kind, String namespace, long resourceVersion) {
    return locked(
        () ->
            commits.history(kind).rewind(tables.all(kind, namespace), namespace, resourceVersion));
  }

  @Override
  public ObjectNode create(ResourceKind kind, ObjectNode object, WriteOptions options) {
    return written(() -> writes.create(kind, object, options));
  }

  @Override
  public ObjectNode update(ResourceKind kind, ObjectNode object, WriteOptions options) {
    return replace(kind, object, Subresource.NONE, options);
  }

  @Override
  public ObjectNode updateStatus(ResourceKind kind, ObjectNode object, WriteOptions options) {
    return replace(kind, object, Subresource.STATUS, options);
  }

  @Override
  public ObjectNode patch(
      ResourceKind kind,
      String namespace,
      String name,
      Subresource subresource,
      UnaryOperator<ObjectNode> change,
      WriteOptions options) {
    ObjectRef ref = new ObjectRef(kind, namespace, name);
    return written(() -> writes.change(kind, ref, subresource, change, options));
  }

  @Override
  public Applied apply(
      ResourceKind kind, ObjectNode config, Subresource subresource, WriteOptions options) {
    return written(() -> writes.apply(kind, config, subresource, options));
  }

  @Override
  public ObjectNode delete(
      ResourceKind kind, String namespace, String name, DeleteOptions options) {
    return written(
        () -> {
          ObjectNode live =
              tables
                  .find(kind, namespace, name)
                  .orElseThrow(() -> ApiException.notFound(kind, name));
          admission.checkDelete(kind, name);
          return deletion.delete(kind, live, options).deepCopy();
        });
  }

  @Override
  public Subscription subscribe(ResourceKind kind, Consumer<StoreEvent> consumer) {
    return locked(() -> deliveries.add(kind, List.of(), consumer));
  }

  @Override
  public Subscription subscribeFrom(
      ResourceKind kind, long resourceVersion, Consumer<StoreEvent> consumer) {
    return written(
        () -> deliveries.add(kind, commits.history(kind).since(resourceVersion), consumer));
  }

  @Override
  public void afterDelivery(LongConsumer callback) {
    lock.lock();
    try {
      long version = commits.resourceVersion();
      deliveries.enqueue(() -> callback.accept(version));
    } finally {
      lock.unlock();
    }
    deliveries.drain();
  }

  @Override
  public long resourceVersion() {
    return locked(commits::resourceVersion);
  }

  @Override
  public void restore(List<ObjectNode> objects) {
    written(
        () -> {
          for (ObjectNode object : objects) {
            kinds
                .byType(object.path("apiVersion").asText(), object.path("kind").asText())
                .filter(kind -> isNew(kind, object))
                .ifPresent(kind -> commits.added(kind, object.deepCopy()));
          }
          return objects;
        });
  }

  private boolean isNew(ResourceKind kind, ObjectNode object) {
    return tables.find(kind, Metadata.namespace(object), Metadata.name(object)).isEmpty();
  }

  /** The dependents of the object with this uid. */
  List<ObjectRef> dependents(String uid) {
    return locked(() -> tables.dependents(uid));
  }

  /** Whether any object has this uid. */
  boolean exists(String uid) {
    return locked(() -> tables.exists(uid));
  }

  /** Removes a namespace that has become empty. */
  void removeNamespace(ObjectNode namespace) {
    written(() -> commits.deleted(ResourceKinds.NAMESPACE, namespace));
  }

  private ObjectNode replace(
      ResourceKind kind, ObjectNode object, Subresource subresource, WriteOptions options) {
    ObjectRef ref = new ObjectRef(kind, Metadata.namespace(object), Metadata.name(object));
    return written(() -> writes.change(kind, ref, subresource, before -> object, options));
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private <T> T written(Supplier<T> work) {
    T result = locked(work);
    deliveries.drain();
    return result;
  }
}
