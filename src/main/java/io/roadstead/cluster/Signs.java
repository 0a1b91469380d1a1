// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a cluster's traits, each read once: clusters may have thousands of nodes. */
public final class Signs {
  private final ClusterFingerprint cluster;
  private final Map<Trait, List<String>> values = new EnumMap<>(Trait.class);

  Signs(ClusterFingerprint cluster) {
    this.cluster = cluster;
  }

  /** The first value with the mark. */
  Optional<String> find(Mark mark) {
    return values.computeIfAbsent(mark.trait(), trait -> trait.values(cluster)).stream()
        .filter(mark.test())
        .findFirst();
  }

  /** Whether any value has the mark. */
  public boolean has(Mark mark) {
    return find(mark).isPresent();
  }

  /** Number of nodes that have it; 0 for signs that do not concern nodes. */
  int nodes(Mark mark) {
    if (!mark.trait().isAboutNodes()) {
      return 0;
    }
    return (int)
        cluster.nodes().stream()
            .filter(node -> mark.trait().valuesOf(node).anyMatch(mark.test()))
            .count();
  }
}
