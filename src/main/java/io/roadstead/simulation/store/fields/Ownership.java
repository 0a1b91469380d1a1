// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.Subresource;

/**
 * Keeps {@code managedFields} the way <a
 * href="https://kubernetes.io/docs/reference/using-api/server-side-apply/">the API server does</a>:
 * updates take over fields, applies share them or conflict, and what an applier no longer sets is
 * removed.
 */
public final class Ownership {
  private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

  private final ResourceKind kind;
  private final Subresource subresource;
  private final String now;

  /** The rules for one write. */
  public Ownership(ResourceKind kind, Subresource subresource, String now) {
    this.kind = kind;
    this.subresource = subresource;
    this.now = now;
  }

  /** Records a creation other than by apply in the new object. */
  public void created(ObjectNode fresh, String fieldManager) {
    ManagedFields.clear(fresh);
    takeOver(NOTHING, fresh, ManagedFields.of(null), fieldManager);
  }

  /** Records an update in the updated object; a record in it replaces the previous one. */
  public void updated(ObjectNode before, ObjectNode after, String fieldManager) {
    ManagedFields sent = ManagedFields.of(after);
    boolean reset = ManagedFields.isReset(after);
    ManagedFields base = sent.isEmpty() && !reset ? ManagedFields.of(before) : sent;
    if (isUntracked(base)) {
      base.writeTo(after);
      return;
    }
    ManagedFields.clear(after);
    takeOver(withoutRecord(before), after, base, fieldManager);
  }

  /** Merges an applied document into the live one, if it exists. */
  public Merged merge(ObjectNode live, ObjectNode config, String fieldManager, boolean force) {
    TypeSchema schema = Schemas.of(kind);
    ObjectNode accepted = ApplyConfig.accepted(kind, config, subresource);
    ManagedFields managed = ManagedFields.of(live);
    ObjectNode before = withoutRecord(live);
    if (managed.isEmpty() && !before.isEmpty()) {
      claimUnowned(managed, before, schema);
    }
    Manager self = Manager.applying(fieldManager, kind, subresource);
    FieldSet last = managed.get(self);
    FieldSet stated = tracked(DocumentFields.of(accepted, schema));
    managed.put(self, stated);

    ObjectNode merged = DocumentMerge.merge(before, accepted, schema);
    ObjectNode pruned = ApplyPruning.prune(merged, managed.all(), last, schema);
    Comparison change = Comparison.between(before, pruned, schema);
    if (!force) {
      ApplyConflicts.refuse(managed, self, tracked(change.changed()));
    }
    yieldTo(self, managed, change);
    if (!change.isEmpty()) {
      managed.touch(self, now);
    }
    return new Merged(pruned, managed);
  }

  /** Writes the ownership that results from an apply into the object to be stored. */
  public void applied(Merged merged, ObjectNode after) {
    merged.managed.writeTo(after);
  }

  /** An applied document merged into the live one, with the resulting ownership. */
  public static final class Merged {
    private final ObjectNode object;
    private final ManagedFields managed;

    private Merged(ObjectNode object, ManagedFields managed) {
      this.object = object;
      this.managed = managed;
    }

    /** The merged document, not yet defaulted or checked; the caller may change it. */
    public ObjectNode object() {
      return object;
    }
  }

  /**
   * The server does not start tracking an object on an update, nor replicas on a scale: fields
   * without an owner remain without one after such a write.
   */
  private boolean isUntracked(ManagedFields managed) {
    FieldSet replicas = managed.all().child("f:spec").child("f:replicas");
    return managed.isEmpty() || (subresource == Subresource.SCALE && !replicas.isMember());
  }

  private void takeOver(
      ObjectNode before, ObjectNode after, ManagedFields managed, String fieldManager) {
    Comparison change = Comparison.between(before, after, Schemas.of(kind));
    Manager self = Manager.updating(fieldManager, kind, subresource);
    FieldSet taken = tracked(change.changed());
    yieldTo(self, managed, change);
    FieldSet own = managed.get(self).minus(change.removed()).union(taken);
    managed.put(self, own);
    if (!taken.isEmpty()) {
      managed.touch(self, now);
    }
    managed.writeTo(after);
  }

  /** All other managers lose what was changed or removed. */
  private static void yieldTo(Manager self, ManagedFields managed, Comparison change) {
    FieldSet lost = change.changed().union(change.removed());
    for (Manager manager : managed.managers()) {
      if (!manager.equals(self)) {
        managed.put(manager, managed.get(manager).minus(lost));
      }
    }
  }

  /** An object without owners belongs to the manager before the first apply. */
  private void claimUnowned(ManagedFields managed, ObjectNode before, TypeSchema schema) {
    Manager first = Manager.updating("before-first-apply", kind, Subresource.NONE);
    managed.put(first, tracked(DocumentFields.of(before, schema)));
  }

  private FieldSet tracked(FieldSet fields) {
    return TrackedFields.of(fields, kind, subresource);
  }

  private static ObjectNode withoutRecord(ObjectNode object) {
    ObjectNode copy = object.deepCopy();
    if (copy.has("metadata")) {
      ManagedFields.clear(copy);
    }
    return copy;
  }
}
