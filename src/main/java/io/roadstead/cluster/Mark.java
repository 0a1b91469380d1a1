// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One sign that a system may leave.
 *
 * @param trait where to look
 * @param shown what to look for, for people
 * @param test whether a value is it
 */
record Mark(Trait trait, String shown, Predicate<String> test) {

  /** The whole value. */
  static Mark equal(Trait trait, String value) {
    return new Mark(trait, value, value::equals);
  }

  /** How the value begins. */
  static Mark prefix(Trait trait, String beginning) {
    return new Mark(trait, beginning + "*", value -> value.startsWith(beginning));
  }

  /** A pattern that is found somewhere in the value. */
  static Mark regex(Trait trait, String pattern) {
    return new Mark(trait, pattern, Pattern.compile(pattern).asPredicate());
  }

  /** A label of a node, whatever its value. */
  static Mark label(String key) {
    return new Mark(Trait.NODE_LABEL, key, value -> value.startsWith(key + "="));
  }
}
