// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.Canonical;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ObjectStore.Applied;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.Subresource;
import io.roadstead.simulation.store.WriteOptions;
import io.roadstead.simulation.store.admission.Admission;
import io.roadstead.simulation.store.fields.Ownership;
import io.roadstead.simulation.store.fields.Ownership.Merged;
import io.roadstead.simulation.store.warning.Warnings;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The steps of creating and changing one object. Guarded by the store's lock. */
final class Writes {
  private final ObjectTables tables;
  private final Commits commits;
  private final Preparation preparation;
  private final Admission admission;

  Writes(ObjectTables tables, Commits commits, Preparation preparation, Admission admission) {
    this.tables = tables;
    this.commits = commits;
    this.preparation = preparation;
    this.admission = admission;
  }

  ObjectNode create(ResourceKind kind, ObjectNode object, WriteOptions options) {
    ObjectNode fresh = preparation.fresh(kind, Canonical.copy(object));
    admission.checkNamespace(kind, fresh);
    admission.complete(kind, fresh);
    ownership(kind, Subresource.NONE).created(fresh, options.fieldManager());
    return add(kind, fresh, options);
  }

  ObjectNode change(
      ResourceKind kind,
      ObjectRef ref,
      Subresource subresource,
      UnaryOperator<ObjectNode> change,
      WriteOptions options) {
    ObjectNode before = find(kind, ref).orElseThrow(() -> ApiException.notFound(kind, ref.name()));
    ObjectNode wanted = Canonical.copy(change.apply(before.deepCopy()));
    checkPreconditions(kind, before, wanted);
    ObjectNode after = preparation.changed(kind, before, wanted, subresource);
    admission.complete(kind, after);
    ownership(kind, subresource).updated(before, after, options.fieldManager());
    return replace(kind, before, after, options);
  }

  Applied apply(
      ResourceKind kind, ObjectNode document, Subresource subresource, WriteOptions options) {
    ObjectNode config = Preparation.typed(kind, Canonical.copyWithNulls(document));
    admission.checkApplied(kind, config);
    ObjectRef ref = ObjectRef.of(kind, config);
    Optional<ObjectNode> live = find(kind, ref);
    Ownership ownership = ownership(kind, subresource);
    if (live.isEmpty()) {
      return new Applied(createApplied(kind, config, subresource, ownership, options), true);
    }
    ObjectNode before = live.get();
    checkPreconditions(kind, before, config);
    Merged merged = ownership.merge(before, config, options.fieldManager(), options.force());
    ObjectNode after =
        preparation.changed(kind, before, Canonical.copy(merged.object()), subresource);
    admission.complete(kind, after);
    ownership.applied(merged, after);
    return new Applied(replace(kind, before, after, options), false);
  }

  private ObjectNode createApplied(
      ResourceKind kind,
      ObjectNode config,
      Subresource subresource,
      Ownership ownership,
      WriteOptions options) {
    if (subresource != Subresource.NONE) {
      throw ApiException.notFound(kind, Metadata.name(config));
    }
    if (!Metadata.uid(config).isEmpty()) {
      throw ApiException.conflict(
          kind,
          Metadata.name(config),
          "uid mismatch: the provided object specified uid %s, and no existing object was found"
              .formatted(Metadata.uid(config)));
    }
    Merged merged =
        ownership.merge(config.objectNode(), config, options.fieldManager(), options.force());
    ObjectNode fresh = preparation.fresh(kind, Canonical.copy(merged.object()));
    admission.checkNamespace(kind, fresh);
    admission.complete(kind, fresh);
    ownership.applied(merged, fresh);
    return add(kind, fresh, options);
  }

  private ObjectNode add(ResourceKind kind, ObjectNode fresh, WriteOptions options) {
    admission.create(kind, fresh);
    checkAbsent(kind, fresh);
    Warnings.ofCreation(kind, fresh).forEach(options.warnings());
    return options.dryRun() ? fresh : commits.added(kind, fresh).deepCopy();
  }

  private ObjectNode replace(
      ResourceKind kind, ObjectNode before, ObjectNode after, WriteOptions options) {
    admission.update(kind, before, after);
    preparation.count(kind, before, after);
    Warnings.ofChange(kind, before, after).forEach(options.warnings());
    return store(kind, before, after, options);
  }

  private Ownership ownership(ResourceKind kind, Subresource subresource) {
    return new Ownership(kind, subresource, preparation.now());
  }

  private Optional<ObjectNode> find(ResourceKind kind, ObjectRef ref) {
    return tables.find(kind, ref.namespace(), ref.name());
  }

  private ObjectNode store(
      ResourceKind kind, ObjectNode before, ObjectNode after, WriteOptions options) {
    Metadata.of(after).put("resourceVersion", Metadata.resourceVersion(before));
    if (isSame(before, after)) {
      return before.deepCopy();
    }
    if (options.dryRun()) {
      return after;
    }
    if (Deletion.ready(after)) {
      return commits.deleted(kind, before);
    }
    return commits.modified(kind, before, after).deepCopy();
  }

  /** A write that only renews the times of its manager changes nothing. */
  private static boolean isSame(ObjectNode before, ObjectNode after) {
    if (before.size() != after.size()) {
      return false;
    }
    return before.properties().stream()
            .filter(field -> !field.getKey().equals("metadata"))
            .allMatch(field -> field.getValue().equals(after.get(field.getKey())))
        && withoutTimes(before).equals(withoutTimes(after));
  }

  private static JsonNode withoutTimes(ObjectNode object) {
    JsonNode metadata = object.path("metadata").deepCopy();
    for (JsonNode entry : metadata.path("managedFields")) {
      if (entry instanceof ObjectNode manager) {
        manager.remove("time");
      }
    }
    return metadata;
  }

  private void checkAbsent(ResourceKind kind, ObjectNode fresh) {
    String name = Metadata.name(fresh);
    tables
        .find(kind, Metadata.namespace(fresh), name)
        .ifPresent(
            live -> {
              throw ApiException.alreadyExists(kind, name, Metadata.deleting(live));
            });
  }

  private static void checkPreconditions(ResourceKind kind, ObjectNode before, ObjectNode wanted) {
    String name = Metadata.name(before);
    String uid = Metadata.uid(wanted);
    if (!uid.isEmpty() && !uid.equals(Metadata.uid(before))) {
      String why =
          "StorageError: invalid object, Code: 4, Key: /registry/%s/%s/%s, ResourceVersion: 0,"
                  .formatted(kind.plural(), Metadata.namespace(before), name)
              + " AdditionalErrorMsg: Precondition failed: UID in precondition: %s, UID in object meta: %s"
                  .formatted(uid, Metadata.uid(before));
      throw ApiException.conflict(kind, name, why);
    }
    String version = Metadata.resourceVersion(wanted);
    if (!version.isEmpty() && !version.equals(Metadata.resourceVersion(before))) {
      throw ApiException.modified(kind, name);
    }
  }
}
