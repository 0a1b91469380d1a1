// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;

/** Cells of Events. */
final class EventCells {
  private EventCells() {}

  static String lastSeen(JsonNode event, Instant now) {
    String series = event.at("/series/lastObservedTime").asText("");
    String last = event.path("lastTimestamp").asText(event.path("eventTime").asText(""));
    return Ages.since(series.isEmpty() ? last : series, now);
  }

  static String firstSeen(JsonNode event, Instant now) {
    return Ages.since(event.path("firstTimestamp").asText(event.path("eventTime").asText("")), now);
  }

  static String object(JsonNode event) {
    JsonNode object = event.path("involvedObject");
    String kind = object.path("kind").asText().toLowerCase(Locale.ROOT);
    return kind + "/" + object.path("name").asText();
  }

  static String source(JsonNode event) {
    String component =
        event.at("/source/component").asText(event.path("reportingComponent").asText(""));
    String host = event.at("/source/host").asText("");
    return host.isEmpty() ? component : component + ", " + host;
  }
}
