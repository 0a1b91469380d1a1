// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Lists a collection, in pages that all show the state at the time of the first one. */
final class ListPages {
  private final ObjectStore store;

  ListPages(ObjectStore store) {
    this.store = store;
  }

  /** The list body; {@code limit} and {@code continue} come from the request. */
  ObjectNode list(ResourcePath path, ApiRequest request) {
    ResourceKind kind = EventView.stored(path.kind());
    ObjectFilter filter = ObjectFilter.of(kind, path.namespace(), request);
    Cursor cursor = Cursor.decode(request.parameter("continue"));
    Snapshot snapshot =
        cursor.isStart()
            ? store.snapshot(kind, path.namespace())
            : store.snapshotAt(kind, path.namespace(), cursor.resourceVersion);
    checkVersion(request, snapshot);
    List<ObjectNode> rest =
        snapshot.objects().stream().filter(cursor::isBefore).filter(filter::test).toList();
    int limit = limit(request, rest.size());
    ObjectNode list = header(path.kind(), snapshot);
    if (limit < rest.size()) {
      Cursor next = Cursor.after(snapshot, rest.get(limit - 1));
      list.withObject("/metadata").put("continue", next.encode());
      if (!filter.selects()) {
        list.withObject("/metadata").put("remainingItemCount", rest.size() - limit);
      }
    }
    ArrayNode items = list.putArray("items");
    rest.subList(0, limit).forEach(item -> items.add(EventView.toServed(path.kind(), item)));
    return list;
  }

  private static ObjectNode header(ResourceKind kind, Snapshot snapshot) {
    ObjectNode list = Json.object();
    list.put("kind", kind.kind() + "List").put("apiVersion", kind.apiVersion());
    list.putObject("metadata").put("resourceVersion", Long.toString(snapshot.resourceVersion()));
    return list;
  }

  private static int limit(ApiRequest request, int available) {
    String limit = request.parameter("limit");
    if (limit.isEmpty() || limit.equals("0")) {
      return available;
    }
    try {
      return Math.min(available, Integer.parseInt(limit));
    } catch (NumberFormatException e) {
      throw ApiException.badRequest("strconv.ParseInt: parsing \"" + limit + "\": invalid syntax");
    }
  }

  /** A future version can't be served; all others are served with the latest state. */
  private static void checkVersion(ApiRequest request, Snapshot snapshot) {
    long wanted = ResourceVersions.parse(request.parameter("resourceVersion"));
    if (wanted > snapshot.resourceVersion()) {
      throw ResourceVersions.tooLarge(wanted, snapshot.resourceVersion());
    }
  }

  /** Where a page ended: the version of the list and the key of its last object. */
  private record Cursor(long resourceVersion, String namespace, String name) {
    private static final Cursor START = new Cursor(0, "", "");

    static Cursor after(Snapshot snapshot, ObjectNode last) {
      return new Cursor(snapshot.resourceVersion(), Metadata.namespace(last), Metadata.name(last));
    }

    static Cursor decode(String token) {
      if (token.isEmpty()) {
        return START;
      }
      try {
        String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        String[] parts = text.split("/", 3);
        return new Cursor(Long.parseLong(parts[0]), parts[1], parts[2]);
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw ApiException.badRequest("continue key is not valid: " + token);
      }
    }

    String encode() {
      String text = resourceVersion + "/" + namespace + "/" + name;
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean isStart() {
      return name.isEmpty();
    }

    boolean isBefore(ObjectNode object) {
      int byNamespace = Metadata.namespace(object).compareTo(namespace);
      return byNamespace > 0 || (byNamespace == 0 && Metadata.name(object).compareTo(name) > 0);
    }
  }
}
