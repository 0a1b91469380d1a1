// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/**
 * One sign that a recognition rests on.
 *
 * @param trait where it was found
 * @param rule what was searched for
 * @param value the first value found
 * @param weight how much it proves
 * @param nodes number of nodes that have it; 0 for signs that do not concern nodes
 */
public record Evidence(Trait trait, String rule, String value, Weight weight, int nodes) {

  /** How much a sign proves. */
  public enum Weight {
    /** Sufficient alone. */
    STRONG,
    /** Sufficient together with another sign. */
    MEDIUM,
    /** A hint: a name that anyone may choose, or a sign that several systems share. */
    WEAK
  }
}
