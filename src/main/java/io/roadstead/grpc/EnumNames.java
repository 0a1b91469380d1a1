// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import java.util.Locale;

/** The proto names of the values of the app model's enums. */
final class EnumNames {
  private EnumNames() {}

  /** E.g. {@code EXPOSURE_TYPE_INTERNAL}: the enum's own name comes first (AIP-126). */
  static String of(Enum<?> value) {
    String type = value.getDeclaringClass().getSimpleName();
    String prefix = type.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    return prefix + "_" + value.name();
  }
}
