// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

/**
 * The door a request takes to an object: the object itself, or a part of it with rules of its own.
 */
public enum Subresource {
  /** The object itself. */
  NONE(""),
  /** Only the status is written. */
  STATUS("status"),
  /** Only {@code spec.replicas} is written. */
  SCALE("scale"),
  /** Read only: what a container printed. */
  LOG("log"),
  /** Write only: puts a pod on a node. */
  BINDING("binding"),
  /** Write only: deletes a pod politely. */
  EVICTION("eviction");

  private final String path;

  Subresource(String path) {
    this.path = path;
  }

  /**
   * The last segment of the URL and the name in {@code managedFields}; empty for the object itself.
   */
  public String path() {
    return path;
  }
}
