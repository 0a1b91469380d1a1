// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Renders objects as the {@code Table} that {@code kubectl get} requests. */
public final class Tables {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Clock clock;

  /** Tables with ages according to the clock. */
  public Tables(Clock clock) {
    this.clock = clock;
  }

  /** What each row contains in addition to its cells. */
  public enum Attachment {
    /** Nothing. */
    NONE,
    /** The metadata of the object. */
    METADATA,
    /** The whole object. */
    OBJECT
  }

  /**
   * A table of a list's items, or of one object.
   *
   * @param withHeader whether the columns are described; in a watch, only for the first table
   */
  public ObjectNode table(
      ResourceKind kind, ObjectNode source, Attachment attachment, boolean withHeader) {
    ObjectNode table = NODES.objectNode();
    table.put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
    table.set("metadata", tableMetadata(source));
    List<Column> columns = Columns.of(kind);
    if (withHeader) {
      ArrayNode header = table.putArray("columnDefinitions");
      columns.forEach(column -> header.add(definition(column)));
    } else {
      table.putNull("columnDefinitions");
    }
    ArrayNode rows = table.putArray("rows");
    Instant now = clock.instant();
    if (source.path("items").isArray()) {
      source.path("items").forEach(item -> rows.add(row(columns, item, attachment, now)));
    } else {
      rows.add(row(columns, source, attachment, now));
    }
    return table;
  }

  /** The metadata of an object as an object of its own. */
  public static ObjectNode partialMetadata(JsonNode object) {
    ObjectNode partial = NODES.objectNode();
    partial.put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
    return partial.set("metadata", object.path("metadata"));
  }

  private static ObjectNode tableMetadata(ObjectNode source) {
    ObjectNode metadata = NODES.objectNode();
    for (String field : List.of("resourceVersion", "continue", "remainingItemCount")) {
      JsonNode value = source.path("metadata").get(field);
      if (value != null) {
        metadata.set(field, value);
      }
    }
    return metadata;
  }

  private static ObjectNode definition(Column column) {
    return NODES
        .objectNode()
        .put("name", column.name())
        .put("type", column.type())
        .put("format", column.equals(Column.NAME) ? "name" : "")
        .put("description", column.name())
        .put("priority", column.wide() ? 1 : 0);
  }

  private static ObjectNode row(
      List<Column> columns, JsonNode object, Attachment attachment, Instant now) {
    ObjectNode row = NODES.objectNode();
    ArrayNode cells = row.putArray("cells");
    for (Column column : columns) {
      Object value = column.cell().of(object, now);
      if (value instanceof Integer number) {
        cells.add(number);
      } else {
        cells.add(value.toString());
      }
    }
    switch (attachment) {
      case METADATA -> row.set("object", partialMetadata(object));
      case OBJECT -> row.set("object", object);
      case NONE -> {}
    }
    return row;
  }
}
