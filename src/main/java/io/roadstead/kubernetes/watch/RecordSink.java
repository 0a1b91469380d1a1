// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.Watcher.Action;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts the records of what a watch delivers into their table. */
interface RecordSink<T extends HasMetadata> {

  /** Lists everything, page by page, into the table; the version that it was listed at. */
  <L extends KubernetesResourceList<T>> String fill(WatchSource<T, L> source);

  /** Forgets everything that came from this watch. */
  void clear();

  /** Takes one change in; an object that can't be read is left out, and does not end the watch. */
  void accept(Action action, T object);

  /**
   * @param table the table
   * @param mine which of the table's records come from this watch
   * @param projection the record of an object; empty for objects that are of no interest
   */
  static <T extends HasMetadata, R extends ObservedObject> RecordSink<T> into(
      RecordTable<R> table, Predicate<R> mine, Function<T, Optional<R>> projection) {
    return new TableSink<>(table, mine, projection);
  }
}
