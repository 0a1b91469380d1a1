// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a resource in Kubernetes notation, e.g. {@code 100m}, {@code 0.5}, {@code 64Mi},
 * {@code 1e3} (Kubernetes: "Quantity").
 *
 * @param text the notation as sent
 */
public record Quantity(String text) implements Comparable<Quantity> {
  private static final Pattern NOTATION =
      Pattern.compile(
          "\\+?([0-9]{1,30}(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30})([eE][-+]?[0-9]{1,2}|[numkMGTPE]|[KMGTPE]i)?");
  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
  private static final Map<String, Integer> DECIMAL =
      Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
  private static final String BINARY = "KMGTPE";

  static boolean isValid(String text) {
    return NOTATION.matcher(text).matches();
  }

  /** The amount in the resource's base unit (cores, bytes); null when the notation is malformed. */
  public @Nullable BigDecimal amount() {
    Matcher matcher = NOTATION.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    var number = new BigDecimal(withoutBarePoint(matcher.group(1)));
    String suffix = matcher.group(2);
    if (suffix == null) {
      return number;
    }
    if (suffix.endsWith("i")) {
      return number.multiply(KIBI.pow(BINARY.indexOf(suffix.charAt(0)) + 1));
    }
    Integer decimal = DECIMAL.get(suffix);
    int exponent = decimal != null ? decimal : Integer.parseInt(suffix.substring(1));
    return number.scaleByPowerOfTen(exponent);
  }

  private static String withoutBarePoint(String number) {
    return number.endsWith(".") ? number + "0" : number;
  }

  @Override
  public int compareTo(Quantity other) {
    BigDecimal mine = amount();
    BigDecimal theirs = other.amount();
    return mine == null || theirs == null ? 0 : mine.compareTo(theirs);
  }
}
