// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.api.table.Tables;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ObjectStore.Applied;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.Subresource;
import io.roadstead.simulation.store.WriteOptions;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The verbs on collections and objects. Blocks only while the store's lock is held. */
final class ResourceRoutes {
  private final ObjectStore store;
  private final ListPages pages;
  private final DeleteRoutes deletes;
  private final PodRoutes pods;
  private final Tables tables;

  ResourceRoutes(ObjectStore store, PodLogs logs, Tables tables) {
    this.store = store;
    this.pages = new ListPages(store);
    this.deletes = new DeleteRoutes(store);
    this.pods = new PodRoutes(store, logs);
    this.tables = tables;
  }

  ApiResponse handle(ResourcePath path, ApiRequest request) {
    Optional<Subresource> subresource = subresource(path);
    if (subresource.isEmpty()) {
      throw ApiException.of(404, "NotFound", "the server could not find the requested resource");
    }
    return switch (subresource.get()) {
      case NONE -> path.isCollection() ? collection(path, request) : object(path, request);
      case STATUS -> part(path, Subresource.STATUS, request);
      case SCALE -> scale(path, request);
      case LOG -> pods.log(path, request);
      case BINDING -> pods.bind(path, request);
      case EVICTION -> pods.evict(path, request);
    };
  }

  private ApiResponse collection(ResourcePath path, ApiRequest request) {
    return switch (request.method()) {
      case "GET" -> {
        ObjectNode list = pages.list(path, request);
        yield ApiResponse.ok(new Presentation(tables, path.kind(), request).of(list));
      }
      case "POST" -> create(path, request);
      case "DELETE" -> deletes.deleteAll(path, pages.list(path, request), request);
      default -> throw notAllowed();
    };
  }

  private ApiResponse object(ResourcePath path, ApiRequest request) {
    if (request.method().equals("DELETE")) {
      return deletes.delete(path, request);
    }
    return part(path, Subresource.NONE, request);
  }

  private ApiResponse part(ResourcePath path, Subresource subresource, ApiRequest request) {
    ResourceKind kind = path.kind();
    return switch (request.method()) {
      case "GET" ->
          ApiResponse.ok(new Presentation(tables, kind, request).of(served(path, find(path))));
      case "PUT" -> {
        FieldValidation.checkMode(request, "UpdateOptions");
        ObjectNode sent =
            FieldValidation.body(request, kind, named(path, Bodies.read(request, kind)));
        yield ApiResponse.ok(served(path, change(path, subresource, live -> sent, request)));
      }
      case "PATCH" -> patch(path, subresource, request);
      default -> throw notAllowed();
    };
  }

  private ApiResponse create(ResourcePath path, ApiRequest request) {
    FieldValidation.checkMode(request, "CreateOptions");
    ObjectNode sent = FieldValidation.body(request, path.kind(), Bodies.read(request, path.kind()));
    placeIn(path.namespace(), sent);
    ObjectNode object = EventView.toStored(path.kind(), sent);
    ResourceKind kind = EventView.stored(path.kind());
    return ApiResponse.json(
        201, served(path, store.create(kind, object, Writers.options(request))));
  }

  private ApiResponse patch(ResourcePath path, Subresource subresource, ApiRequest request) {
    FieldValidation.checkMode(request, "PatchOptions");
    if (Bodies.mediaType(request.contentType()).equals(Patches.APPLY)) {
      return apply(path, subresource, request);
    }
    UnaryOperator<ObjectNode> patch = Patches.read(path.kind(), request);
    return ApiResponse.ok(
        served(
            path,
            change(
                path,
                subresource,
                live ->
                    FieldValidation.patched(
                        request, path.kind(), patch.apply(EventView.toServed(path.kind(), live))),
                request)));
  }

  private ApiResponse apply(ResourcePath path, Subresource subresource, ApiRequest request) {
    WriteOptions options = Writers.applyOptions(request);
    ObjectNode config = named(path, Json.readObject(request.body(), true));
    Bodies.checkType(config, path.kind());
    Applied applied = store.apply(path.kind(), config, subresource, options);
    return ApiResponse.json(applied.created() ? 201 : 200, applied.object());
  }

  private ApiResponse scale(ResourcePath path, ApiRequest request) {
    UnaryOperator<ObjectNode> change =
        switch (request.method()) {
          case "GET" -> live -> live;
          case "PUT" -> {
            ObjectNode sent = Bodies.read(request);
            yield live -> ScaleView.into(live, sent);
          }
          case "PATCH" -> scalePatch(path, request);
          default -> throw notAllowed();
        };
    if (request.method().equals("GET")) {
      return ApiResponse.ok(ScaleView.of(find(path)));
    }
    return ApiResponse.ok(ScaleView.of(change(path, Subresource.SCALE, change, request)));
  }

  private UnaryOperator<ObjectNode> scalePatch(ResourcePath path, ApiRequest request) {
    UnaryOperator<ObjectNode> patch = Patches.read(path.kind(), request);
    return live -> ScaleView.into(live, patch.apply(ScaleView.of(live)));
  }

  private ObjectNode change(
      ResourcePath path,
      Subresource subresource,
      UnaryOperator<ObjectNode> change,
      ApiRequest request) {
    return store.patch(
        EventView.stored(path.kind()),
        path.namespace(),
        path.name(),
        subresource,
        live -> EventView.toStored(path.kind(), change.apply(live)),
        Writers.options(request));
  }

  private ObjectNode find(ResourcePath path) {
    return store
        .get(EventView.stored(path.kind()), path.namespace(), path.name())
        .orElseThrow(() -> ApiException.notFound(path.kind(), path.name()));
  }

  private static ObjectNode served(ResourcePath path, ObjectNode object) {
    return EventView.toServed(path.kind(), object);
  }

  /** A body may omit name and namespace, but must not contradict the URL. */
  private static ObjectNode named(ResourcePath path, ObjectNode body) {
    String name = Metadata.name(body);
    if (!name.isEmpty() && !name.equals(path.name())) {
      throw ApiException.badRequest(
          "the name of the object (%s) does not match the name on the URL (%s)"
              .formatted(name, path.name()));
    }
    Metadata.of(body).put("name", path.name());
    placeIn(path.namespace(), body);
    return body;
  }

  private static void placeIn(String namespace, ObjectNode body) {
    String sent = Metadata.namespace(body);
    if (!sent.isEmpty() && !sent.equals(namespace)) {
      throw ApiException.badRequest(
          "the namespace of the provided object does not match the namespace sent on the request");
    }
    if (!namespace.isEmpty()) {
      Metadata.of(body).put("namespace", namespace);
    }
  }

  private static Optional<Subresource> subresource(ResourcePath path) {
    for (Subresource subresource : Subresource.values()) {
      if (subresource.path().equals(path.subresource())) {
        boolean served = subresource == Subresource.NONE || path.kind().has(subresource);
        return served ? Optional.of(subresource) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  static ApiException notAllowed() {
    return ApiException.of(
        405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
  }
}
