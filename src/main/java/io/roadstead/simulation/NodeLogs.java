// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.api.PodLogs;
import io.roadstead.simulation.controller.ClusterControllers;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.Metadata;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Serves what the simulated containers printed. */
final class NodeLogs implements PodLogs {
  private final ClusterControllers controllers;

  NodeLogs(ClusterControllers controllers) {
    this.controllers = controllers;
  }

  @Override
  public String read(ObjectNode pod, Options options) {
    List<String> lines =
        controllers
            .log(
                Metadata.namespace(pod),
                Metadata.name(pod),
                options.container(),
                options.previous())
            .orElse(List.of());
    if (lines.isEmpty()) {
      throw ApiException.badRequest(nothing(pod, options));
    }
    return last(lines, options.tailLines()).stream()
        .map(line -> (options.timestamps() ? line : withoutTime(line)) + "\n")
        .collect(Collectors.joining());
  }

  private static String nothing(ObjectNode pod, Options options) {
    String name = Metadata.name(pod);
    return options.previous()
        ? "previous terminated container \"%s\" in pod \"%s\" not found"
            .formatted(options.container(), name)
        : "container \"%s\" in pod \"%s\" is waiting to start: %s"
            .formatted(options.container(), name, waiting(pod, options.container()));
  }

  private static String waiting(ObjectNode pod, String container) {
    for (var status : pod.path("status").path("containerStatuses")) {
      if (status.path("name").asText().equals(container)) {
        return status.at("/state/waiting/reason").asText("ContainerCreating");
      }
    }
    return "ContainerCreating";
  }

  private static List<String> last(List<String> lines, @Nullable Integer tailLines) {
    int from = tailLines == null ? 0 : Math.max(0, lines.size() - tailLines);
    return lines.subList(from, lines.size());
  }

  private static String withoutTime(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }
}
