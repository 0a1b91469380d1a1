// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import org.jspecify.annotations.Nullable;

/**
 * Fields that may be unset: proto3 represents them as empty strings and zeros, the app model as
 * null.
 */
public final class ProtoFields {
  private ProtoFields() {}

  public static @Nullable String optional(String value) {
    return value.isEmpty() ? null : value;
  }

  public static @Nullable Integer optional(int value) {
    return value == 0 ? null : value;
  }
}
