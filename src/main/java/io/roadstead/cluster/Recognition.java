// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The system that created a cluster, and how Roadstead knows.
 *
 * @param system the system, or UNKNOWN
 * @param variant which variant of it, e.g. {@code kind} or {@code vpc-gen2}; null when the system
 *     has none, or when unknown
 * @param confidence how certain that is
 * @param evidence the signs that decided; for UNKNOWN, the hints that were not sufficient
 * @param message the same as a sentence
 */
public record Recognition(
    ClusterSystem system,
    @Nullable String variant,
    Confidence confidence,
    List<Evidence> evidence,
    String message) {
  public Recognition {
    evidence = List.copyOf(evidence);
  }
}
