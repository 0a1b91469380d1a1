// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fields that may be unset: proto3 has empty strings and zeros for them, the app model has null.
 */
final class ProtoFields {
  private ProtoFields() {}

  static <T> void set(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }

  static void setTime(@Nullable Instant value, Consumer<Timestamp> setter) {
    if (value != null) {
      setter.accept(time(value));
    }
  }

  static Timestamp time(Instant value) {
    return Timestamp.newBuilder()
        .setSeconds(value.getEpochSecond())
        .setNanos(value.getNano())
        .build();
  }

  static @Nullable String optional(String value) {
    return value.isEmpty() ? null : value;
  }

  static @Nullable Integer optional(int value) {
    return value == 0 ? null : value;
  }
}
