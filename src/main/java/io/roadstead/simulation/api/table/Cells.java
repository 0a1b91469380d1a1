// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cells that several kinds share. */
final class Cells {
  static final String NONE = "<none>";

  private Cells() {}

  static String orNone(JsonNode value) {
    return value.asText("").isEmpty() ? NONE : value.asText();
  }

  static String orUnknown(JsonNode value) {
    return value.asText("").isEmpty() ? "<unknown>" : value.asText();
  }

  static String labels(JsonNode labels) {
    Map<String, String> sorted = new TreeMap<>();
    labels.properties().forEach(label -> sorted.put(label.getKey(), label.getValue().asText()));
    List<String> pairs = new ArrayList<>();
    sorted.forEach((key, value) -> pairs.add(key + "=" + value));
    return pairs.isEmpty() ? NONE : String.join(",", pairs);
  }

  static String selector(JsonNode selector) {
    return labels(selector.path("matchLabels"));
  }

  static String templateContainers(JsonNode workload) {
    return joined(workload.at("/spec/template/spec/containers"), "name");
  }

  static String templateImages(JsonNode workload) {
    return joined(workload.at("/spec/template/spec/containers"), "image");
  }

  static String quota(JsonNode quota, boolean limits) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> hard : quota.at("/status/hard").properties()) {
      if (hard.getKey().startsWith("limits.") == limits) {
        String used = quota.at("/status/used").path(hard.getKey()).asText("0");
        lines.add(hard.getKey() + ": " + used + "/" + hard.getValue().asText());
      }
    }
    return String.join(", ", lines);
  }

  private static String joined(JsonNode list, String field) {
    List<String> values = new ArrayList<>();
    list.forEach(element -> values.add(element.path(field).asText()));
    return String.join(",", values);
  }
}
