// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.Subresource;
import java.util.List;

/**
 * Removes from a set the fields that cannot have an owner: identity, and fields that the server
 * maintains.
 */
final class TrackedFields {
  private static final List<String> UNTRACKED_ROOT = List.of("f:apiVersion", "f:kind");

  private static final List<String> UNTRACKED_METADATA =
      List.of(
          "f:name",
          "f:namespace",
          "f:creationTimestamp",
          "f:deletionTimestamp",
          "f:deletionGracePeriodSeconds",
          "f:selfLink",
          "f:uid",
          "f:generation",
          "f:managedFields",
          "f:resourceVersion");

  /** Structs that are always present: an update owns their fields, never the structs themselves. */
  private static final List<String> ALWAYS_THERE =
      List.of(
          "f:metadata",
          "f:spec",
          "f:status",
          "f:template",
          "f:strategy",
          "f:containers",
          "f:scaleTargetRef",
          "f:resources",
          "f:source");

  private TrackedFields() {}

  static FieldSet of(FieldSet fields, ResourceKind kind, Subresource subresource) {
    FieldSet metadata = fields.child("f:metadata");
    for (String element : UNTRACKED_METADATA) {
      metadata = metadata.without(element);
    }
    FieldSet tracked =
        metadata.hasChildren() ? fields.with("f:metadata", metadata) : fields.without("f:metadata");
    for (String element : UNTRACKED_ROOT) {
      tracked = tracked.without(element);
    }
    if (subresource == Subresource.NONE && kind.has(Subresource.STATUS)) {
      tracked = tracked.without("f:status");
    }
    return withoutStructs(tracked);
  }

  /** Only these levels contain such structs: root, spec, and spec.template. */
  private static FieldSet withoutStructs(FieldSet fields) {
    FieldSet result = fields;
    for (String element : ALWAYS_THERE) {
      FieldSet child = result.child(element);
      if (!child.isEmpty()) {
        FieldSet inner = withoutStructs(child);
        result = result.with(element, inner.hasChildren() ? inner.asNoMember() : inner);
      }
    }
    return result;
  }
}
