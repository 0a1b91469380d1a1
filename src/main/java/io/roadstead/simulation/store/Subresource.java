// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

/**
 * The part of an object that a request addresses: the object itself, or a subresource with its own
 * rules.
 */
public enum Subresource {
  /** The object itself. */
  NONE(""),
  /** Only the status is written. */
  STATUS("status"),
  /** Only {@code spec.replicas} is written. */
  SCALE("scale"),
  /** Read only: the log of a container. */
  LOG("log"),
  /** Write only: binds a pod to a node. */
  BINDING("binding"),
  /** Write only: evicts a pod. */
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
