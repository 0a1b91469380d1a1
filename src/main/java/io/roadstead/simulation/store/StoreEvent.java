// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A committed change. The trees are shared with the store and must not be modified.
 *
 * @param object the object after the change; for {@code DELETED}, its last state with the
 *     resourceVersion of the deletion
 * @param previous the object before the change; null for {@code ADDED}
 */
public record StoreEvent(
    Type type,
    ResourceKind kind,
    ObjectNode object,
    @Nullable ObjectNode previous,
    long resourceVersion) {

  /** The types of changes, named as in a watch. */
  public enum Type {
    /** The object is new. */
    ADDED,
    /** The object was changed. */
    MODIFIED,
    /** The object is gone. */
    DELETED
  }
}
