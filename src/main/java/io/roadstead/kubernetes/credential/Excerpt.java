// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A short line of a program's output for an error message, without secrets. */
final class Excerpt {
  private static final int LONGEST = 300;
  private static final int SHORTEST_SECRET = 6;
  private static final String MASK = "***";

  /** Tokens, keys and the like: long sequences of the characters of base64 and its variants. */
  private static final Pattern OPAQUE = Pattern.compile("eyJ[\\w.+/=~-]+|[\\w+/=~.-]{40,}");

  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?i)((?:token|secret|password|passwd|credential|api_?key)\\w*[\"']?\\s*[:=]\\s*)\\S+");
  private static final Pattern WORD = Pattern.compile("[^\\s\"',;()<>\\[\\]{}]+");
  private static final Pattern BEARER = Pattern.compile("(?i)(bearer\\s+)\\S+");

  private Excerpt() {}

  /**
   * One line of {@code text}.
   *
   * @param output the program's standard output: no word of it that could be a secret is shown
   * @param secrets further texts that must not be shown
   */
  static String of(String text, String output, Collection<String> secrets) {
    String line = line(text);
    for (String secret : secrets) {
      line = secret.isBlank() ? line : line.replace(secret, MASK);
    }
    line = WORD.matcher(line).replaceAll(word -> masked(word.group(), output));
    line = BEARER.matcher(line).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    line = ASSIGNED.matcher(line).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    line = OPAQUE.matcher(line).replaceAll(found -> opaque(found.group()));
    return bounded(line);
  }

  /** One line of a text without secrets. */
  static String ofPublic(String text) {
    return bounded(line(text));
  }

  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private static String bounded(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  private static String masked(String word, String output) {
    boolean answered = word.length() >= SHORTEST_SECRET && output.contains(word);
    return Matcher.quoteReplacement(answered ? MASK : word);
  }

  /** A long path or host name is no secret; a word that mixes cases and digits may be one. */
  private static String opaque(String found) {
    boolean mixed =
        found.chars().anyMatch(Character::isDigit)
            && found.chars().anyMatch(Character::isLowerCase)
            && found.chars().anyMatch(Character::isUpperCase);
    boolean hex = found.matches("[0-9a-fA-F]+");
    return Matcher.quoteReplacement(mixed || hex || found.startsWith("eyJ") ? MASK : found);
  }
}
