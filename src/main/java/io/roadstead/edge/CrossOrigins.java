// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The cross-origins that an operator allows by Quarkus' CORS properties, interpreted as Quarkus
 * does: exact, {@code *}, or a pattern between slashes.
 *
 * @param origins the values of {@code quarkus.http.cors.origins}
 */
record CrossOrigins(List<String> origins) {
  static final CrossOrigins NONE = new CrossOrigins(List.of());

  CrossOrigins {
    origins = List.copyOf(origins);
  }

  boolean allow(String origin) {
    return origins.stream().anyMatch(allowed -> matches(allowed.strip(), origin));
  }

  private static boolean matches(String allowed, String origin) {
    if (allowed.length() > 2 && allowed.startsWith("/") && allowed.endsWith("/")) {
      return Pattern.matches(allowed.substring(1, allowed.length() - 1), origin);
    }
    return allowed.equals("*")
        || allowed.toLowerCase(Locale.ROOT).equals(origin.toLowerCase(Locale.ROOT));
  }
}
