// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.StoreView;

/**
 * The steps between a request and the store, in the server's order: defaults belong to the writer,
 * what is allocated afterwards has no owner, and the result is checked. Guarded by the store's
 * lock.
 */
public final class Admission {
  private final StoreView view;
  private final ServiceAllocation services;

  /** Admission to the store that the view shows. */
  public Admission(StoreView view) {
    this.view = view;
    this.services = new ServiceAllocation(view);
  }

  /** Fills in defaults and spells amounts in one way. */
  public void complete(ResourceKind kind, ObjectNode object) {
    spell(kind, object);
    Defaults.apply(kind, object);
  }

  /** Spells amounts in one way; also fit for a document that is only part of an object. */
  public void spell(ResourceKind kind, ObjectNode object) {
    QuantityFields.normalise(kind, object);
  }

  /** Refuses a creation in a namespace that is missing or going. */
  public void checkNamespace(ResourceKind kind, ObjectNode fresh) {
    NamespaceLifecycle.checkCreate(kind, fresh, view);
  }

  /** Allocates what a new object gets from the cluster and checks it. */
  public void create(ResourceKind kind, ObjectNode fresh) {
    if (kind.equals(ResourceKinds.POD)) {
      PodAdmission.admit(fresh);
    }
    Validation.check(kind, fresh, services);
    if (kind.equals(ResourceKinds.SERVICE)) {
      services.allocate(fresh);
    }
    if (kind.equals(ResourceKinds.NAMESPACE)) {
      fresh.withObject("/spec").putArray("finalizers").add("kubernetes");
    }
    QuotaAdmission.check(kind, fresh, view);
  }

  /** Carries allocations over and checks a changed object. */
  public void update(ResourceKind kind, ObjectNode before, ObjectNode after) {
    if (kind.equals(ResourceKinds.SERVICE)) {
      ServiceTransition.carry(before, after);
    }
    Validation.check(kind, after, services);
    Validation.checkChange(kind, before, after);
    if (kind.equals(ResourceKinds.SERVICE)) {
      services.allocate(after);
    }
  }

  /** Refuses the deletion of what the cluster can't be without. */
  public void checkDelete(ResourceKind kind, String name) {
    NamespaceLifecycle.checkDelete(kind, name);
  }
}
