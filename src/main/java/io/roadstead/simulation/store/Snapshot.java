// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * All objects of a kind at one time, ordered by namespace and name. The trees are shared with the
 * store and must not be modified.
 */
public record Snapshot(long resourceVersion, List<ObjectNode> objects) {
  public Snapshot {
    objects = List.copyOf(objects);
  }
}
