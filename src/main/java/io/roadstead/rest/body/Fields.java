// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The meaning of omitted fields; the same as that of unset fields of a protobuf message. */
final class Fields {
  private Fields() {}

  static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  static @Nullable String optional(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  static boolean flag(@Nullable Boolean value) {
    return value != null && value;
  }

  static <T> List<T> list(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }

  static <T> Map<String, T> map(@Nullable Map<String, T> values) {
    return values == null ? Map.of() : values;
  }
}
