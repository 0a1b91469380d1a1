// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import org.jspecify.annotations.Nullable;

/**
 * Fields that may be unset: proto3 represents them as empty strings and zeros, the app model as
 * null.
 */
final class ProtoFields {
  private ProtoFields() {}

  static @Nullable String optional(String value) {
    return value.isEmpty() ? null : value;
  }

  static @Nullable Integer optional(int value) {
    return value == 0 ? null : value;
  }
}
