// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A sign to look for.
 *
 * @param trait where to look
 * @param shown what to look for, as shown to users
 * @param test whether a value matches
 */
public record Mark(Trait trait, String shown, Predicate<String> test) {

  /** Matches the whole value. */
  public static Mark equal(Trait trait, String value) {
    return new Mark(trait, value, value::equals);
  }

  /** Matches the prefix of the value. */
  public static Mark prefix(Trait trait, String beginning) {
    return new Mark(trait, beginning + "*", value -> value.startsWith(beginning));
  }

  /** Matches a pattern anywhere in the value. */
  public static Mark regex(Trait trait, String pattern) {
    return new Mark(trait, pattern, Pattern.compile(pattern).asPredicate());
  }

  /** A label of a node, whatever its value. */
  public static Mark label(String key) {
    return new Mark(Trait.NODE_LABEL, key, value -> value.startsWith(key + "="));
  }
}
