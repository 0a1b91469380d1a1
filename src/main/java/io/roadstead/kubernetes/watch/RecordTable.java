// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.roadstead.kubernetes.model.ObjectKey;
import io.roadstead.kubernetes.model.ObservedObject;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind, in the order of their keys and in groups. One thread writes; any number
 * of threads read without blocking, and can wait for changes that the writer has yet to see.
 */
final class RecordTable<R extends ObservedObject> {
  private final ConcurrentSkipListMap<ObjectKey, R> byKey = new ConcurrentSkipListMap<>();
  private final Map<String, ConcurrentSkipListMap<ObjectKey, R>> groups = new ConcurrentHashMap<>();
  private final Function<R, String> group;
  private final int mostPerGroup;
  private final @Nullable Comparator<R> leastFirst;

  /** The latest version that the writer has seen; guarded by this. */
  private String seenVersion = "";

  private final AtomicLong changes = new AtomicLong();

  /**
   * @param group the group of a record; empty for none
   */
  RecordTable(Function<R, String> group) {
    this(group, Integer.MAX_VALUE, null);
  }

  private RecordTable(
      Function<R, String> group, int mostPerGroup, @Nullable Comparator<R> leastFirst) {
    this.group = group;
    this.mostPerGroup = mostPerGroup;
    this.leastFirst = leastFirst;
  }

  /** A table that keeps a limited number of records per group, and drops the smallest ones. */
  static <R extends ObservedObject> RecordTable<R> bounded(
      Function<R, String> group, int mostPerGroup, Comparator<R> leastFirst) {
    return new RecordTable<>(group, mostPerGroup, leastFirst);
  }

  Optional<R> find(ObjectKey key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The records of a group, by key. */
  List<R> group(String name) {
    Map<ObjectKey, R> members = groups.get(name);
    return members == null ? List.of() : List.copyOf(members.values());
  }

  /** The records after a key, or from the first one, in the order of their keys. */
  Collection<R> after(@Nullable ObjectKey key) {
    return key == null ? byKey.values() : byKey.tailMap(key, false).values();
  }

  /** Increases with every change. */
  long changes() {
    return changes.get();
  }

  int size() {
    return byKey.size();
  }

  synchronized void put(R found) {
    insert(found);
    saw(found.meta().resourceVersion());
  }

  synchronized void remove(ObjectKey key, String version) {
    delete(key);
    saw(version);
  }

  /**
   * Replaces the content with everything that exists at a version; other records are removed.
   * Readers never see an empty table in between.
   *
   * @param replaced the records that it concerns; others are kept
   */
  synchronized void replaceAll(List<R> all, Predicate<R> replaced, String version) {
    Set<ObjectKey> keys = new HashSet<>();
    for (R found : all) {
      keys.add(found.meta().key());
      insert(found);
    }
    byKey.values().stream()
        .filter(replaced)
        .map(found -> found.meta().key())
        .filter(key -> !keys.contains(key))
        .forEach(this::delete);
    seenVersion = version;
    notifyAll();
  }

  synchronized void saw(String version) {
    if (!version.isEmpty()) {
      seenVersion = version;
    }
    notifyAll();
  }

  synchronized String seenVersion() {
    return seenVersion;
  }

  /** Waits until the object is present in the given version, or a later version has been seen. */
  boolean awaitSeen(ObjectKey key, String version, Duration patience) {
    return await(
        () -> {
          R found = byKey.get(key);
          return (found != null
                  && ResourceVersions.reaches(found.meta().resourceVersion(), version))
              || ResourceVersions.reaches(seenVersion, version);
        },
        patience);
  }

  /** Waits until the object with the given uid is gone. */
  boolean awaitGone(ObjectKey key, String uid, Duration patience) {
    return await(() -> find(key, uid).isEmpty(), patience);
  }

  /** Waits until the object with the given uid is being deleted or is gone. */
  boolean awaitDeleting(ObjectKey key, String uid, Duration patience) {
    return await(
        () -> find(key, uid).filter(found -> !found.meta().deleting()).isEmpty(), patience);
  }

  private Optional<R> find(ObjectKey key, String uid) {
    return find(key).filter(found -> found.meta().uid().equals(uid));
  }

  private synchronized boolean await(BooleanSupplier reached, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!reached.getAsBoolean()) {
      long millisLeft = (deadline - System.nanoTime() + 999_999) / 1_000_000;
      if (millisLeft <= 0) {
        return false;
      }
      try {
        wait(millisLeft);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return reached.getAsBoolean();
      }
    }
    return true;
  }

  private void insert(R found) {
    changes.incrementAndGet();
    R before = byKey.put(found.meta().key(), found);
    String to = group.apply(found);
    if (before != null && !group.apply(before).equals(to)) {
      leave(before);
    }
    if (!to.isEmpty()) {
      var members = groups.computeIfAbsent(to, name -> new ConcurrentSkipListMap<>());
      members.put(found.meta().key(), found);
      if (leastFirst != null && members.size() > mostPerGroup) {
        members.values().stream().min(leastFirst).ifPresent(least -> delete(least.meta().key()));
      }
    }
  }

  private void delete(ObjectKey key) {
    changes.incrementAndGet();
    R before = byKey.remove(key);
    if (before != null) {
      leave(before);
    }
  }

  private void leave(R member) {
    groups.computeIfPresent(
        group.apply(member),
        (name, members) -> {
          members.remove(member.meta().key());
          return members.isEmpty() ? null : members;
        });
  }
}
