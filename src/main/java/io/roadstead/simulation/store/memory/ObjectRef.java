// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;

/** A reference to one object. */
record ObjectRef(ResourceKind kind, String namespace, String name) {
  static ObjectRef of(ResourceKind kind, ObjectNode object) {
    return new ObjectRef(kind, Metadata.namespace(object), Metadata.name(object));
  }
}
