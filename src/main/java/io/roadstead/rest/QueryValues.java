// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.AppException;
import io.roadstead.app.WholeNumber;
import org.jspecify.annotations.Nullable;

/** Reads values of query parameters without guessing: {@code force=yes} is an error, not false. */
final class QueryValues {
  private QueryValues() {}

  static boolean flag(String name, @Nullable String value) {
    if (value == null || value.equals("false")) {
      return false;
    }
    if (!value.equals("true")) {
      throw AppException.invalid(name, value, RestMessages.FLAG);
    }
    return true;
  }

  static @Nullable Integer number(String name, @Nullable String value, WholeNumber range) {
    try {
      return value == null ? null : Integer.valueOf(value);
    } catch (NumberFormatException e) {
      throw AppException.invalid(name, value, RestMessages.number(range));
    }
  }
}
