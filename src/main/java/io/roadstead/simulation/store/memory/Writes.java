// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.Canonical;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.Subresource;
import io.roadstead.simulation.store.WriteOptions;
import java.util.function.UnaryOperator;

/** The steps of creating and changing one object. Guarded by the store's lock. */
final class Writes {
  private final ObjectTables tables;
  private final Commits commits;
  private final Preparation preparation;

  Writes(ObjectTables tables, Commits commits, Preparation preparation) {
    this.tables = tables;
    this.commits = commits;
    this.preparation = preparation;
  }

  ObjectNode create(ResourceKind kind, ObjectNode object, WriteOptions options) {
    ObjectNode fresh = preparation.fresh(kind, Canonical.copy(object));
    checkAbsent(kind, fresh);
    return options.dryRun() ? fresh : commits.added(kind, fresh).deepCopy();
  }

  ObjectNode change(
      ResourceKind kind,
      ObjectRef ref,
      Subresource subresource,
      UnaryOperator<ObjectNode> change,
      WriteOptions options) {
    ObjectNode before =
        tables
            .find(kind, ref.namespace(), ref.name())
            .orElseThrow(() -> ApiException.notFound(kind, ref.name()));
    ObjectNode wanted = Canonical.copy(change.apply(before.deepCopy()));
    checkPreconditions(kind, before, wanted);
    ObjectNode after = preparation.changed(kind, before, wanted, subresource);
    preparation.count(kind, before, after);
    return store(kind, before, after, options);
  }

  private ObjectNode store(
      ResourceKind kind, ObjectNode before, ObjectNode after, WriteOptions options) {
    Metadata.of(after).put("resourceVersion", Metadata.resourceVersion(before));
    if (after.equals(before) || options.dryRun()) {
      return after;
    }
    if (Deletion.ready(after)) {
      return commits.deleted(kind, before);
    }
    return commits.modified(kind, before, after).deepCopy();
  }

  private void checkAbsent(ResourceKind kind, ObjectNode fresh) {
    String name = Metadata.name(fresh);
    if (tables.find(kind, Metadata.namespace(fresh), name).isPresent()) {
      throw ApiException.alreadyExists(kind, name);
    }
  }

  private static void checkPreconditions(ResourceKind kind, ObjectNode before, ObjectNode wanted) {
    String name = Metadata.name(before);
    String uid = Metadata.uid(wanted);
    if (!uid.isEmpty() && !uid.equals(Metadata.uid(before))) {
      String why =
          "Precondition failed: UID in precondition: %s, UID in object meta: %s"
              .formatted(uid, Metadata.uid(before));
      throw ApiException.conflict(kind, name, why);
    }
    String version = Metadata.resourceVersion(wanted);
    if (!version.isEmpty() && !version.equals(Metadata.resourceVersion(before))) {
      throw ApiException.modified(kind, name);
    }
  }
}
