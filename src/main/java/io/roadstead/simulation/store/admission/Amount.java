// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A quantity such as {@code 100m} or {@code 64Mi}, in the normalized notation of the server: the
 * client's {@link Quantity} parses the number but keeps the original text.
 */
record Amount(BigDecimal number, Family family) {
  /** What the client would accept as a number: non-ASCII digits, or no digits. */
  private static final Pattern FORM = Pattern.compile("[+-]?\\.?[0-9][0-9.]*[A-Za-z0-9+-]*");

  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
  private static final BigDecimal KILO = BigDecimal.valueOf(1000);
  private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
  private static final List<String> DECIMAL =
      List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");

  /** The suffixes of a quantity. */
  enum Family {
    /** Powers of 1024. */
    BINARY,
    /** Powers of 1000. */
    DECIMAL
  }

  static final Amount ZERO = new Amount(BigDecimal.ZERO, Family.DECIMAL);

  static Optional<Amount> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      Quantity quantity = Quantity.parse(text);
      boolean binary = quantity.getFormat().endsWith("i");
      return Optional.of(
          new Amount(quantity.getNumericalAmount(), binary ? Family.BINARY : Family.DECIMAL));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Amount plus(Amount other) {
    return new Amount(number.add(other.number), number.signum() == 0 ? other.family : family);
  }

  boolean isMoreThan(Amount other) {
    return number.compareTo(other.number) > 0;
  }

  boolean isNegative() {
    return number.signum() < 0;
  }

  /** The notation with the largest suffix that yields an integer. */
  String canonical() {
    if (number.signum() == 0) {
      return "0";
    }
    boolean binary = family == Family.BINARY && isWhole(number);
    return binary && number.abs().compareTo(KIBI) >= 0 ? binary() : decimal();
  }

  private String binary() {
    BigInteger whole = number.toBigIntegerExact();
    int power = 0;
    BigInteger kibi = KIBI.toBigInteger();
    while (power < BINARY.size() - 1 && whole.mod(kibi).signum() == 0) {
      whole = whole.divide(kibi);
      power++;
    }
    return whole + BINARY.get(power);
  }

  private String decimal() {
    BigDecimal rest = number.scaleByPowerOfTen(9).setScale(0, RoundingMode.CEILING);
    int index = 0;
    while (index < DECIMAL.size() - 1 && isWhole(rest.divide(KILO))) {
      rest = rest.divide(KILO);
      index++;
    }
    return rest.toBigIntegerExact() + DECIMAL.get(index);
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }
}
