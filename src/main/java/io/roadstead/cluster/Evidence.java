// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/**
 * One sign that a recognition rests on.
 *
 * @param trait where it was found
 * @param rule what was looked for
 * @param value what was found, the first of them
 * @param weight how much it says
 * @param nodes how many nodes bear it; 0 for what is not about nodes
 */
public record Evidence(Trait trait, String rule, String value, Weight weight, int nodes) {

  /** How much a sign says. */
  public enum Weight {
    /** Enough alone. */
    STRONG,
    /** Enough with one other. */
    MEDIUM,
    /** A hint: names that anybody may choose, and what several systems share. */
    WEAK
  }
}
