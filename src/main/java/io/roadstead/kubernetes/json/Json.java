// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The only mapper of this room; maps are written in the order of their keys. */
public final class Json {
  public static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Json() {}
}
