// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.api.table.Tables;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ServedKinds;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Routes requests, and converts refusals to a Status. */
final class Routes {
  private static final Logger LOG = Logger.getLogger(Routes.class);
  private static final Set<String> HEALTH = Set.of("/healthz", "/readyz", "/livez");

  private final ServedKinds kinds;
  private final Discovery discovery;
  private final ResourceRoutes resources;

  Routes(ObjectStore store, PodLogs logs, String gitVersion, Tables tables) {
    this.kinds = store.kinds();
    this.discovery = new Discovery(gitVersion, kinds);
    this.resources = new ResourceRoutes(store, logs, tables);
  }

  ApiResponse answer(ApiRequest request) {
    return answerQuietly(request).warning(request.warnings().headers());
  }

  private ApiResponse answerQuietly(ApiRequest request) {
    try {
      return route(request);
    } catch (ApiException e) {
      return ApiResponse.refusal(e);
    } catch (RuntimeException e) {
      LOG.errorf(e, "%s %s failed", request.method(), request.path());
      return ApiResponse.refusal(
          ApiException.of(500, "InternalError", "Internal error occurred: " + e.getMessage()));
    }
  }

  private ApiResponse route(ApiRequest request) {
    String path = withoutTrailingSlash(request.path());
    if (HEALTH.contains(path)) {
      return ApiResponse.text("ok");
    }
    Optional<ObjectNode> document = discovery.at(path).or(() -> OpenApi.at(path, kinds));
    if (document.isPresent()) {
      requireGet(request);
      return ApiResponse.ok(document.get());
    }
    Optional<String> review = AccessReviews.kindAt(path);
    if (review.isPresent()) {
      requirePost(request);
      return AccessReviews.answer(review.get(), request);
    }
    Optional<ResourcePath> resource = ResourcePath.parse(path, kinds);
    if (resource.isPresent()) {
      Acceptance.check(request);
      return resources.handle(resource.get(), request);
    }
    if (isServedGroup(path)) {
      throw ApiException.of(404, "NotFound", "the server could not find the requested resource");
    }
    return ApiResponse.pathNotFound();
  }

  /** Below a known group, the server responds with a Status, elsewhere with plain text. */
  private boolean isServedGroup(String path) {
    return path.startsWith("/api/v1/")
        || discovery.groupVersions().values().stream()
            .anyMatch(version -> path.startsWith("/apis/" + version + "/"));
  }

  private static String withoutTrailingSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static void requireGet(ApiRequest request) {
    if (!request.method().equals("GET")) {
      throw ResourceRoutes.notAllowed();
    }
  }

  private static void requirePost(ApiRequest request) {
    if (!request.method().equals("POST")) {
      throw ResourceRoutes.notAllowed();
    }
  }
}
