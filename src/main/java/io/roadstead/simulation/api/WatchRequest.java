// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.ResourceKind;
import java.time.Duration;

/**
 * The parameters of a watch.
 *
 * @param stored the kind under which the objects are stored
 * @param from the version to start after; 0 for the current state
 * @param initial whether the current state is sent first
 * @param markedInitial whether a bookmark marks the end of the current state
 */
record WatchRequest(
    ResourceKind served,
    ResourceKind stored,
    String namespace,
    ObjectFilter filter,
    long from,
    boolean initial,
    boolean markedInitial,
    boolean bookmarks,
    Duration timeout) {
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(45);

  static WatchRequest of(ResourcePath path, ApiRequest request) {
    ResourceKind stored = EventView.stored(path.kind());
    String version = request.parameter("resourceVersion");
    String sendInitial = request.parameter("sendInitialEvents");
    long from = ResourceVersions.parse(version);
    boolean marked = sendInitial.equals("true");
    if (marked && !request.parameter("resourceVersionMatch").equals("NotOlderThan")) {
      throw ApiException.of(
          422,
          "Invalid",
          "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden:"
              + " sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
    }
    return new WatchRequest(
        path.kind(),
        stored,
        path.namespace(),
        ObjectFilter.of(stored, path.namespace(), named(path, request)),
        from,
        marked || (from == 0 && !sendInitial.equals("false")),
        marked,
        request.flag("allowWatchBookmarks"),
        timeout(request.parameter("timeoutSeconds")));
  }

  /** A watch on one object is a watch on the collection that selects its name. */
  private static ApiRequest named(ResourcePath path, ApiRequest request) {
    if (path.isCollection()) {
      return request;
    }
    return request.with("fieldSelector", "metadata.name=" + path.name());
  }

  private static Duration timeout(String seconds) {
    if (seconds.isEmpty() || seconds.equals("0")) {
      return DEFAULT_TIMEOUT;
    }
    try {
      return Duration.ofSeconds(Long.parseLong(seconds));
    } catch (NumberFormatException e) {
      throw ApiException.badRequest("timeoutSeconds: \"" + seconds + "\" is not a number");
    }
  }
}
