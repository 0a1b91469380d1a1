// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.Watcher.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one kind of sink there is. */
final class TableSink<T extends HasMetadata, R extends ObservedObject> implements RecordSink<T> {
  private static final Logger LOG = Logger.getLogger(TableSink.class);
  private static final long PAGE = 500;

  private final RecordTable<R> table;
  private final Predicate<R> mine;
  private final Function<T, Optional<R>> projection;

  TableSink(RecordTable<R> table, Predicate<R> mine, Function<T, Optional<R>> projection) {
    this.table = table;
    this.mine = mine;
    this.projection = projection;
  }

  @Override
  public <L extends KubernetesResourceList<T>> String fill(WatchSource<T, L> source) {
    List<R> all = new ArrayList<>();
    @Nullable String continuation = null;
    String version;
    do {
      L page = source.list(PAGE, continuation);
      page.getItems().forEach(object -> project(object).ifPresent(all::add));
      version = Fields.orEmpty(page.getMetadata().getResourceVersion());
      continuation = page.getMetadata().getContinue();
    } while (continuation != null && !continuation.isEmpty());
    table.replaceAll(all, mine, version);
    return version;
  }

  @Override
  public void clear() {
    table.replaceAll(List.of(), mine, "");
  }

  @Override
  public void accept(Action action, T object) {
    String version = Fields.orEmpty(object.getMetadata().getResourceVersion());
    switch (action) {
      case ADDED, MODIFIED -> project(object).ifPresentOrElse(table::put, () -> table.saw(version));
      case DELETED -> table.remove(Fields.meta(object.getMetadata()).key(), version);
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
