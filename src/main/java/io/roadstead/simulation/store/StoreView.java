// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;

/** The committed state as seen by admission during a write; the trees must not be modified. */
public interface StoreView {

  /** The object, if it exists. */
  Optional<ObjectNode> find(ResourceKind kind, String namespace, String name);

  /** All objects of a kind in one namespace, or in all namespaces when it is "". */
  Collection<ObjectNode> all(ResourceKind kind, String namespace);
}
