// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.StoreView;

/**
 * The steps between a request and the store, in the order of the real server: defaults belong to
 * the writer, values allocated afterwards have no owner, and the result is validated. Guarded by
 * the store's lock.
 */
public final class Admission {
  private final StoreView view;
  private final ServiceAllocation services;

  /** Admission to the store behind the view. */
  public Admission(StoreView view) {
    this.view = view;
    this.services = new ServiceAllocation(view);
  }

  /** Fills in defaults and brings the object into the form in which the server writes it. */
  public void complete(ResourceKind kind, ObjectNode object) {
    QuantityFields.write(kind, object);
    Defaults.apply(kind, object);
    QuantityFields.write(kind, object);
  }

  /** Refuses what can't be read in a partial object that is to be applied. */
  public void checkApplied(ResourceKind kind, ObjectNode config) {
    QuantityFields.check(kind, config);
  }

  /** Refuses to create objects in a namespace that is missing or being deleted. */
  public void checkNamespace(ResourceKind kind, ObjectNode fresh) {
    NamespaceLifecycle.checkCreate(kind, fresh, view);
  }

  /** Allocates cluster-provided values for a new object and validates it. */
  public void create(ResourceKind kind, ObjectNode fresh) {
    if (kind.equals(ResourceKinds.POD)) {
      PodAdmission.admit(fresh, view);
    }
    if (kind.equals(ResourceKinds.PERSISTENT_VOLUME_CLAIM)) {
      StorageDefaults.admitClaim(fresh, view);
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

  /** Keeps allocated values and validates a changed object. */
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

  /** Refuses to delete objects that the cluster requires. */
  public void checkDelete(ResourceKind kind, String name) {
    NamespaceLifecycle.checkDelete(kind, name);
  }
}
