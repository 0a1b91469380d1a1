// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One column of a table.
 *
 * @param wide whether only {@code -o wide} shows it
 */
record Column(String name, String type, boolean wide, Cell cell) {

  /** Reads a cell out of an object, as text or number. */
  @FunctionalInterface
  interface Cell {
    Object of(JsonNode object, Instant now);
  }

  /** Reads a cell that does not depend on the time. */
  @FunctionalInterface
  interface TimelessCell {
    Object of(JsonNode object);
  }

  static final Column NAME =
      new Column("Name", "string", false, (o, now) -> o.at("/metadata/name").asText());

  static final Column AGE =
      new Column(
          "Age",
          "string",
          false,
          (o, now) -> Ages.since(o.at("/metadata/creationTimestamp").asText(""), now));

  static Column text(String name, TimelessCell cell) {
    return new Column(name, "string", false, (object, now) -> cell.of(object));
  }

  static Column number(String name, TimelessCell cell) {
    return new Column(name, "integer", false, (object, now) -> cell.of(object));
  }

  static Column wide(String name, TimelessCell cell) {
    return new Column(name, "string", true, (object, now) -> cell.of(object));
  }
}
