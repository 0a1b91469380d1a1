// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.api.table.Tables;
import io.roadstead.simulation.store.ResourceKind;

/** The requested representation of objects: complete, as a table, or only their metadata. */
final class Presentation {
  private final Tables tables;
  private final ResourceKind kind;
  private final String accept;
  private final Tables.Attachment attachment;
  private boolean headerSent;

  Presentation(Tables tables, ResourceKind kind, ApiRequest request) {
    this.tables = tables;
    this.kind = kind;
    this.accept = request.accept();
    this.attachment =
        switch (request.parameter("includeObject")) {
          case "None" -> Tables.Attachment.NONE;
          case "Object" -> Tables.Attachment.OBJECT;
          default -> Tables.Attachment.METADATA;
        };
  }

  /**
   * A list or an object in the requested representation; only the first table describes its
   * columns.
   */
  ObjectNode of(ObjectNode source) {
    if (accept.contains("as=Table")) {
      boolean first = !headerSent;
      headerSent = true;
      return tables.table(kind, source, attachment, first);
    }
    if (accept.contains("as=PartialObjectMetadataList")) {
      return metadataList(source);
    }
    return accept.contains("as=PartialObjectMetadata") ? Tables.partialMetadata(source) : source;
  }

  private static ObjectNode metadataList(ObjectNode source) {
    ObjectNode list = source.objectNode();
    list.put("kind", "PartialObjectMetadataList").put("apiVersion", "meta.k8s.io/v1");
    list.set("metadata", source.path("metadata"));
    ArrayNode items = list.putArray("items");
    source.path("items").forEach(item -> items.add(Tables.partialMetadata(item)));
    return list;
  }
}
