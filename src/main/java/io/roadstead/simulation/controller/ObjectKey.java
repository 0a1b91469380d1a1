// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Namespace and name of an object within its kind; the namespace is empty for cluster-scoped kinds.
 */
record ObjectKey(String namespace, String name) {

  static ObjectKey of(JsonNode object) {
    return new ObjectKey(Meta.namespace(object), Meta.name(object));
  }

  static ObjectKey clusterScoped(String name) {
    return new ObjectKey("", name);
  }

  @Override
  public String toString() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
