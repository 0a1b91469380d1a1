// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

/**
 * Brings the object of a key one step closer to the desired state; called again after each change.
 */
@FunctionalInterface
interface Reconciler {
  void reconcile(ObjectKey key);
}
