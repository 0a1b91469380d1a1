// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

/** The messages about invalid JSON bodies. Each follows the field, or "The body". */
final class JsonMessages {
  static final String NOT_UTF8 = "is not in UTF-8";
  static final String TRAILING =
      "has something after its JSON value; send one JSON object and nothing else";

  private JsonMessages() {}

  static String malformed(String position) {
    return "is not valid JSON" + position;
  }

  static String unexpected(String character, String position) {
    return "is not valid JSON: unexpected '" + character + "'" + position;
  }

  static String unfinished(String position) {
    return "is incomplete: it ends" + position + ", before the JSON value is closed";
  }

  static String twice(String name, String position) {
    return "has the field \"" + name + "\" twice in one object" + position + "; send it once";
  }

  /**
   * The limits are those of {@code StreamReadConstraints}, whose message shows which one was
   * exceeded.
   */
  static String beyondLimit(String words) {
    if (words.contains("nesting depth")) {
      return "is nested deeper than 50 levels";
    }
    if (words.contains("Number value")) {
      return "has a number of more than 100 digits";
    }
    return words.contains("Name length")
        ? "has a field name of more than 1000 characters"
        : "has a value that is too long";
  }
}
