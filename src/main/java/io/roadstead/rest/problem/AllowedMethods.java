// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import io.roadstead.wire.Operation;
import java.util.List;

/** The methods that an address supports, for refusing the others (RFC 9110, section 15.5.6). */
final class AllowedMethods {
  private AllowedMethods() {}

  /** Whether an address supports a method; an address that does not exist has none to refuse. */
  static boolean allow(String method, String path) {
    List<String> methods = of(path);
    return methods.isEmpty() || methods.contains(method);
  }

  static String header(String path) {
    return String.join(", ", of(path));
  }

  static List<String> of(String path) {
    return Operation.allowedMethods(path);
  }
}
