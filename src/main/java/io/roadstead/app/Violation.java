// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/**
 * One broken rule of a request.
 *
 * @param field path of the field in the request, in JSON names, e.g. {@code containers[0].image};
 *     the whole body is {@code $}
 * @param value the value as sent, cut to 100 characters; env values are replaced by {@code ***}
 * @param rule what the value must be
 */
public record Violation(String field, String value, String rule) {
  private static final int LONGEST_VALUE = 100;

  public Violation {
    value =
        value.length() > LONGEST_VALUE
            ? value.substring(0, LONGEST_VALUE) + "… (" + value.length() + " characters)"
            : value;
  }

  @Override
  public String toString() {
    return field + ": '" + value + "' " + rule;
  }
}
