// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of a resource such as {@code 100m} or {@code 64Mi}, with the spelling the server keeps.
 */
record Quantity(BigDecimal amount, Family family) {
  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))([numkMGTPE]|[KMGTPE]i|[eE][-+]?[0-9]+)?");

  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
  private static final BigDecimal KILO = BigDecimal.valueOf(1000);
  private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
  private static final List<String> DECIMAL =
      List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
  private static final Map<String, Integer> DECIMAL_POWERS =
      Map.of("n", -3, "u", -2, "m", -1, "", 0, "k", 1, "M", 2, "G", 3, "T", 4, "P", 5, "E", 6);

  /** The suffixes in which an amount is spelled. */
  enum Family {
    /** Powers of 1024. */
    BINARY,
    /** Powers of 1000. */
    DECIMAL
  }

  static final Quantity ZERO = new Quantity(BigDecimal.ZERO, Family.DECIMAL);

  static Optional<Quantity> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    String suffix = Optional.ofNullable(matcher.group(2)).orElse("");
    if (BINARY.contains(suffix) && !suffix.isEmpty()) {
      return Optional.of(
          new Quantity(number.multiply(KIBI.pow(BINARY.indexOf(suffix))), Family.BINARY));
    }
    Integer power = DECIMAL_POWERS.get(suffix);
    BigDecimal amount =
        power != null
            ? number.scaleByPowerOfTen(3 * power)
            : number.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1)));
    return Optional.of(new Quantity(amount, Family.DECIMAL));
  }

  Quantity plus(Quantity other) {
    return new Quantity(amount.add(other.amount), amount.signum() == 0 ? other.family : family);
  }

  boolean isMoreThan(Quantity other) {
    return amount.compareTo(other.amount) > 0;
  }

  boolean isNegative() {
    return amount.signum() < 0;
  }

  /** The spelling with the largest suffix that leaves a whole number. */
  String canonical() {
    if (amount.signum() == 0) {
      return "0";
    }
    boolean binary = family == Family.BINARY && isWhole(amount);
    return binary && amount.abs().compareTo(KIBI) >= 0 ? binary() : decimal();
  }

  private String binary() {
    BigInteger number = amount.toBigIntegerExact();
    int power = 0;
    BigInteger kibi = KIBI.toBigInteger();
    while (power < BINARY.size() - 1 && number.mod(kibi).signum() == 0) {
      number = number.divide(kibi);
      power++;
    }
    return number + BINARY.get(power);
  }

  private String decimal() {
    BigDecimal number = amount.scaleByPowerOfTen(9).setScale(0, RoundingMode.CEILING);
    int index = 0;
    while (index < DECIMAL.size() - 1 && isWhole(number.divide(KILO))) {
      number = number.divide(KILO);
      index++;
    }
    return number.toBigIntegerExact() + DECIMAL.get(index);
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }
}
