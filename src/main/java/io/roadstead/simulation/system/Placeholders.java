// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills texts such as {@code gke-pool-{id4}} or {@code minikube-m{n2}}. A name with a length is
 * either a known value, padded with zeros, or a generated identifier: hex, digits, id (both).
 *
 * @param seed determines the generated identifiers
 */
public record Placeholders(String seed, Map<String, String> values) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)(\\d*)}");
  private static final int LETTERS_AND_DIGITS = 36;

  public Placeholders {
    values = Map.copyOf(values);
  }

  /** The same with an additional value. */
  public Placeholders with(String name, String value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new Placeholders(seed, more);
  }

  /** The text with all placeholders filled in. */
  public String fill(String text) {
    return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
  }

  /** The texts with placeholders filled in; keys are unchanged. */
  public Map<String, String> fill(Map<String, String> texts) {
    Map<String, String> filled = new TreeMap<>();
    texts.forEach((key, text) -> filled.put(key, fill(text)));
    return filled;
  }

  private String value(MatchResult found) {
    String name = found.group(1);
    int length = found.group(2).isEmpty() ? 0 : Integer.parseInt(found.group(2));
    String known = values.get(name);
    if (known != null) {
      return "0".repeat(Math.max(0, length - known.length())) + known;
    }
    return switch (name) {
      case "hex" -> madeUp(found.group(), 16, length);
      case "digits" -> madeUp(found.group(), 10, length);
      case "id" -> madeUp(found.group(), LETTERS_AND_DIGITS, length);
      default -> throw new IllegalArgumentException("There is no placeholder " + found.group());
    };
  }

  /** Starts with a letter or a nonzero digit, as numbers and names do. */
  private String madeUp(String purpose, int radix, int length) {
    BigInteger first = digest(purpose + seed).shiftLeft(256).or(digest(seed + purpose));
    String digits = first.toString(radix);
    return digits.substring(digits.length() - length - 1).replaceFirst("^.0", "x1").substring(1);
  }

  private static BigInteger digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
