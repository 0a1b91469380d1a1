// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** How one setting of the contract is expressed in a Kubernetes object, in both directions. */
interface Rule {
  /** Adds the setting, if it is set, to a Kubernetes object. */
  void toKubernetes(JsonNode settings, ObjectNode object);

  /** Adds the setting to the contract's, if a Kubernetes object has it and it can be expressed. */
  void fromKubernetes(JsonNode object, ObjectNode settings);

  /**
   * The path of the setting that a field of a Kubernetes object expresses, e.g. {@code
   * volumes[0].claim.name}; null when it is another field.
   */
  default @Nullable String setting(String path) {
    return null;
  }
}
