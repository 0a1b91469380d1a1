// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import io.roadstead.simulation.store.ObjectStore;
import java.util.concurrent.atomic.AtomicLong;

/** What every controller receives: the view of the cluster, the writer, and the loop. */
record Workbench(
    ObjectStore store, ClusterCache cache, SimulationClock clock, AtomicLong eventNumbers) {

  ClusterWriter writer(String fieldManager) {
    return new ClusterWriter(store, cache, fieldManager);
  }

  EventRecorder events(String component) {
    return new EventRecorder(store, clock, component, eventNumbers);
  }

  WorkQueue queue(String name, Reconciler reconciler) {
    return new WorkQueue(name, clock, reconciler);
  }

  Timestamps timestamps() {
    return new Timestamps(clock);
  }
}
