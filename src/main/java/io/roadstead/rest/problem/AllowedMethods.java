// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import io.roadstead.wire.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods that an address supports, for refusing the others (RFC 9110, section 15.5.6). */
final class AllowedMethods {
  static final String ACCEPT_PATCH = "Accept-Patch";

  private AllowedMethods() {}

  /** Whether an address supports a method; an address that does not exist has none to refuse. */
  static boolean allow(String method, String path) {
    List<String> methods = of(path);
    return methods.isEmpty() || methods.contains(method);
  }

  static String header(String path) {
    return String.join(", ", of(path));
  }

  /** The media type that an address takes changes in (RFC 5789, section 3.1); null for none. */
  static @Nullable String acceptPatch(String path) {
    return Operation.find("PATCH", path).map(Operation::mediaType).orElse(null);
  }

  static List<String> of(String path) {
    return Operation.allowedMethods(path);
  }
}
