// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.Watcher.Action;
import io.roadstead.kubernetes.model.Meta;
import io.roadstead.kubernetes.model.ObservedObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stores the records of the objects that a watch delivers in their table. */
final class RecordSink<T extends HasMetadata, R extends ObservedObject> {
  private static final Logger LOG = Logger.getLogger(RecordSink.class);
  private static final long PAGE = 500;

  private final RecordTable<R> table;
  private final Predicate<R> mine;
  private final Function<T, Optional<R>> projection;

  /**
   * @param table the table
   * @param mine tests whether a record of the table comes from this watch
   * @param projection the record of an object; empty for objects that are ignored
   */
  RecordSink(RecordTable<R> table, Predicate<R> mine, Function<T, Optional<R>> projection) {
    this.table = table;
    this.mine = mine;
    this.projection = projection;
  }

  /** Lists everything, page by page, into the table; returns the version of the list. */
  <L extends KubernetesResourceList<T>> String fill(WatchSource<T, L> source) {
    List<R> all = new ArrayList<>();
    @Nullable String continuation = null;
    String version;
    do {
      L page = source.list(PAGE, continuation);
      page.getItems().forEach(object -> project(object).ifPresent(all::add));
      version = Objects.requireNonNullElse(page.getMetadata().getResourceVersion(), "");
      continuation = page.getMetadata().getContinue();
    } while (continuation != null && !continuation.isEmpty());
    table.replaceAll(all, mine, version);
    return version;
  }

  /** Removes everything that came from this watch. */
  void clear() {
    table.replaceAll(List.of(), mine, "");
  }

  /** Applies one change; an object that can't be read is skipped, and does not end the watch. */
  void accept(Action action, T object) {
    String version = Objects.requireNonNullElse(object.getMetadata().getResourceVersion(), "");
    switch (action) {
      case ADDED, MODIFIED -> project(object).ifPresentOrElse(table::put, () -> table.saw(version));
      case DELETED -> table.remove(Meta.of(object.getMetadata()).key(), version);
      case BOOKMARK -> table.saw(version);
      case ERROR -> {}
    }
  }

  private Optional<R> project(T object) {
    try {
      return projection.apply(object);
    } catch (RuntimeException e) {
      LOG.warnf(
          e,
          "Left out %s %s/%s: its fields can't be read",
          object.getKind(),
          object.getMetadata().getNamespace(),
          object.getMetadata().getName());
      return Optional.empty();
    }
  }
}
