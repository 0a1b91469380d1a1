// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.regex.Pattern;

/** The grammar of container port names: service names of RFC 6335. */
final class PortNames {
  private static final int MAX_LENGTH = 15;
  private static final Pattern CHARACTERS = Pattern.compile("[-a-z0-9]+");
  private static final Pattern LETTER = Pattern.compile("[a-z]");

  private PortNames() {}

  static void check(String field, String name, List<StatusCause> causes) {
    if (name.length() > MAX_LENGTH) {
      causes.add(
          StatusCause.invalid(field, name, "must be no more than " + MAX_LENGTH + " characters"));
    }
    if (!CHARACTERS.matcher(name).matches()) {
      causes.add(
          StatusCause.invalid(
              field,
              name,
              "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"));
    }
    if (!LETTER.matcher(name).find()) {
      causes.add(StatusCause.invalid(field, name, "must contain at least one letter (a-z)"));
    }
    if (name.contains("--")) {
      causes.add(StatusCause.invalid(field, name, "must not contain consecutive hyphens"));
    }
    if (name.startsWith("-") || name.endsWith("-")) {
      causes.add(StatusCause.invalid(field, name, "must not begin or end with a hyphen"));
    }
  }
}
