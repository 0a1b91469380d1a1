// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.AppName;
import io.roadstead.app.WholeNumber;
import java.util.List;

/**
 * The messages about invalid query parameters and headers. Each follows the name, and the value if
 * there is one.
 */
final class RestMessages {
  static final String EMPTY_BODY = "is empty; send a JSON object";
  static final String FLAG = "is not a known value; send true or false";
  static final String NO_VALUE = "has no value; give one, or leave the parameter out";
  static final String GIVEN_TWICE = "is given more than once; give it once";
  static final String IF_NONE_MATCH =
      "is not possible here; send If-None-Match: * to only create, or leave the header out";
  static final String NO_CREATION =
      "is not possible here: only a deploy creates an app; leave the header out";

  static final String OTHER_UID =
      "is not the uid of the app, which was deleted and created again; read it again";

  private RestMessages() {}

  static String otherApp(AppName name) {
    return "is output only and must be %s, the app of the address".formatted(name);
  }

  static String number(WholeNumber range) {
    return "is not a whole number; send " + range.phrase();
  }

  static String unknownParameter(List<String> known) {
    return known.isEmpty()
        ? "is not a known query parameter; this operation has none"
        : "is not a known query parameter; known here are " + String.join(", ", known);
  }
}
