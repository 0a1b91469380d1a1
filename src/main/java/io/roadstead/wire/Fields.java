// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Fields that may be unset: null in the model. */
final class Fields {
  private Fields() {}

  static <T> void set(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }

  /** For texts that are empty when unknown. */
  static void setText(String value, Consumer<String> setter) {
    if (!value.isEmpty()) {
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
}
