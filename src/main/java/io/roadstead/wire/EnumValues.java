// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of the contract's enums by their names without the type, as JSON has them. */
final class EnumValues {
  private static final String UNSPECIFIED = "UNSPECIFIED";

  private EnumValues() {}

  /** Every value but the first, in order. */
  static Map<String, EnumValueDescriptor> byName(EnumDescriptor type) {
    Map<String, EnumValueDescriptor> values = new LinkedHashMap<>();
    type.getValues().stream()
        .filter(value -> value.getNumber() != 0)
        .forEach(value -> values.put(name(value), value));
    return values;
  }

  /** The name of a value. */
  static String name(EnumValueDescriptor value) {
    String zero = value.getType().findValueByNumber(0).getName();
    if (!zero.endsWith(UNSPECIFIED)) {
      throw new IllegalArgumentException(zero + " must end in " + UNSPECIFIED);
    }
    return value.getName().substring(zero.length() - UNSPECIFIED.length());
  }
}
