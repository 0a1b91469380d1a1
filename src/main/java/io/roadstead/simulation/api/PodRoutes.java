// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.Subresource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The subresources that only pods have: logs, binding, eviction. */
final class PodRoutes {
  private final ObjectStore store;
  private final PodLogs logs;

  PodRoutes(ObjectStore store, PodLogs logs) {
    this.store = store;
    this.logs = logs;
  }

  ApiResponse log(ResourcePath path, ApiRequest request) {
    if (!request.method().equals("GET")) {
      throw ResourceRoutes.notAllowed();
    }
    ObjectNode pod = find(path);
    String container = container(pod, request.parameter("container"));
    PodLogs.Options options =
        new PodLogs.Options(
            container,
            request.flag("previous"),
            request.flag("timestamps"),
            tailLines(request.parameter("tailLines")));
    return ApiResponse.text(logs.read(pod, options));
  }

  ApiResponse bind(ResourcePath path, ApiRequest request) {
    requirePost(request);
    String node = Bodies.read(request).path("target").path("name").asText("");
    store.patch(
        ResourceKinds.POD,
        path.namespace(),
        path.name(),
        Subresource.NONE,
        pod -> {
          if (pod.path("spec").hasNonNull("nodeName")) {
            throw ApiException.conflict(
                ResourceKinds.POD,
                path.name(),
                "pod %s is already assigned to node \"%s\""
                    .formatted(path.name(), pod.path("spec").path("nodeName").asText()));
          }
          pod.withObject("/spec").put("nodeName", node);
          return pod;
        },
        Writers.options(request));
    return created();
  }

  ApiResponse evict(ResourcePath path, ApiRequest request) {
    requirePost(request);
    store.delete(ResourceKinds.POD, path.namespace(), path.name(), DeleteOptions.background());
    return created();
  }

  private ObjectNode find(ResourcePath path) {
    return store
        .get(ResourceKinds.POD, path.namespace(), path.name())
        .orElseThrow(() -> ApiException.notFound(ResourceKinds.POD, path.name()));
  }

  private static String container(ObjectNode pod, String wanted) {
    List<String> names = new ArrayList<>();
    for (JsonNode container : pod.path("spec").path("containers")) {
      names.add(container.path("name").asText());
    }
    String choices = "[" + String.join(" ", names) + "]";
    if (wanted.isEmpty()) {
      if (names.size() == 1) {
        return names.get(0);
      }
      throw ApiException.badRequest(
          "a container name must be specified for pod %s, choose one of: %s"
              .formatted(Metadata.name(pod), choices));
    }
    if (!names.contains(wanted)) {
      throw ApiException.badRequest(
          "container %s is not valid for pod %s".formatted(wanted, Metadata.name(pod)));
    }
    return wanted;
  }

  private static @Nullable Integer tailLines(String lines) {
    if (lines.isEmpty()) {
      return null;
    }
    try {
      return Integer.valueOf(lines);
    } catch (NumberFormatException e) {
      throw ApiException.badRequest("tailLines: \"" + lines + "\" is not a number");
    }
  }

  private static void requirePost(ApiRequest request) {
    if (!request.method().equals("POST")) {
      throw ResourceRoutes.notAllowed();
    }
  }

  private static ApiResponse created() {
    ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
    status.putObject("metadata");
    return ApiResponse.json(201, status.put("status", "Success").put("code", 201));
  }
}
