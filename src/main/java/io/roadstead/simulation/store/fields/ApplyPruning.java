// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Removes from a merged document what its applier set last time, no longer sets, and no other
 * manager owns. Follows the steps of the structured-merge-diff library.
 */
final class ApplyPruning {
  private ApplyPruning() {}

  static ObjectNode prune(ObjectNode merged, FieldSet owned, FieldSet last, TypeSchema schema) {
    if (last.isEmpty()) {
      return merged;
    }
    FieldSet lastNamed = last.withNamedFieldsAsMembers();
    ObjectNode pruned = DocumentFields.remove(merged, lastNamed, schema);
    FieldSet all = DocumentFields.of(merged, schema).withNamedFieldsAsMembers();
    FieldSet gone = all.minus(named(pruned, schema));
    ObjectNode kept =
        DocumentFields.remove(merged, gone.minus(owned.withNamedFieldsAsMembers()), schema);
    FieldSet stillGone = all.minus(named(kept, schema));
    return DocumentFields.remove(merged, stillGone.intersect(lastNamed), schema);
  }

  private static FieldSet named(ObjectNode document, TypeSchema schema) {
    return DocumentFields.of(document, schema).withNamedFieldsAsMembers();
  }
}
