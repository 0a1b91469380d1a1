// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Compares resource versions, which are comparable numbers since Kubernetes 1.35 (KEP-5504), and in
 * practice before; other versions are compared only for equality.
 */
final class ResourceVersions {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,30}");

  private ResourceVersions() {}

  /** Whether {@code seen} is {@code wanted} or later; false when they can't be compared. */
  static boolean reaches(String seen, String wanted) {
    if (seen.equals(wanted)) {
      return true;
    }
    return number(seen).flatMap(s -> number(wanted).map(w -> s.compareTo(w) >= 0)).orElse(false);
  }

  private static Optional<BigInteger> number(String version) {
    return NUMBER.matcher(version).matches()
        ? Optional.of(new BigInteger(version))
        : Optional.empty();
  }
}
