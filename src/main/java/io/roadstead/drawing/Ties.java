// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.LogicalView;
import io.roadstead.app.LogicalView.Item;
import io.roadstead.app.LogicalView.Kind;
import io.roadstead.app.LogicalView.Link;
import io.roadstead.app.LogicalView.Relation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The relations of the items in a logical view. */
final class Ties {
  private final LogicalView view;
  private final Map<String, Item> items = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, String> listers = new HashMap<>();
  private final Set<String> former = new HashSet<>();
  private final Set<String> getTraffic = new HashSet<>();

  Ties(LogicalView view) {
    this.view = view;
    view.items().forEach(item -> items.put(item.id(), item));
    view.links().forEach(this::add);
  }

  private void add(Link link) {
    if (link.relation() == Relation.OWNS) {
      owners.put(link.to(), link.from());
    }
    if (link.relation() == Relation.OWNS && !link.active()) {
      former.add(link.to());
    }
    if (link.relation() == Relation.LISTS) {
      listers.put(link.to(), link.from());
    }
    if (link.relation() == Relation.ROUTES_TO && link.active()) {
      getTraffic.add(link.to());
    }
  }

  List<Item> all(Kind kind) {
    return view.items().stream().filter(item -> item.kind() == kind).toList();
  }

  /** The pods that a ReplicaSet owns. */
  List<Item> podsOf(Item replicaSet) {
    return all(Kind.POD).stream()
        .filter(pod -> replicaSet.id().equals(owners.get(pod.id())))
        .toList();
  }

  /** The pods that no ReplicaSet of the view owns. */
  List<Item> loosePods() {
    return all(Kind.POD).stream()
        .filter(pod -> kindOf(owners.get(pod.id())) != Kind.REPLICA_SET)
        .toList();
  }

  /** The EndpointSlices that a Service's endpoints are listed in. */
  List<Item> slicesOf(Item service) {
    return all(Kind.ENDPOINT_SLICE).stream()
        .filter(slice -> service.id().equals(listers.get(slice.id())))
        .toList();
  }

  /** The EndpointSlices that belong to no Service of the view. */
  List<Item> looseSlices() {
    return all(Kind.ENDPOINT_SLICE).stream()
        .filter(slice -> kindOf(listers.get(slice.id())) != Kind.SERVICE)
        .toList();
  }

  /** Whether a ReplicaSet belongs to a previous version and has no pods left. */
  boolean isPast(Item replicaSet) {
    return former.contains(replicaSet.id()) && podsOf(replicaSet).isEmpty();
  }

  boolean getsTraffic(Item pod) {
    return getTraffic.contains(pod.id());
  }

  @Nullable Kind kindOf(@Nullable String id) {
    Item item = id == null ? null : items.get(id);
    return item == null ? null : item.kind();
  }
}
