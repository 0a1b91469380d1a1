// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The two forms of a value; null when the other side can't express it. */
interface Codec {
  @Nullable JsonNode toKubernetes(JsonNode value);

  @Nullable JsonNode fromKubernetes(JsonNode value);

  /**
   * What follows the name of the setting, for what follows the field in a path; null when that is
   * part of no setting.
   */
  default @Nullable String setting(String rest) {
    return rest;
  }
}
