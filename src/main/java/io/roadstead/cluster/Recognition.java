// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which system a cluster is, and why that is believed.
 *
 * @param system the system; UNKNOWN is an honest answer
 * @param variant which kind of it, e.g. {@code kind} or {@code vpc-gen2}; null where there is one
 *     kind, or nothing says which
 * @param confidence how sure it is
 * @param evidence the signs that decided; for UNKNOWN, the hints that were not enough
 * @param message the same in a sentence
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
