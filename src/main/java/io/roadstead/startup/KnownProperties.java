// SPDX-License-Identifier: Apache-2.0
package io.roadstead.startup;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The existing properties; a test compares them with the code and the documentation. */
final class KnownProperties {
  static final Set<String> NAMES =
      Set.of(
          "roadstead.cluster.port-mappings",
          "roadstead.cluster.survey-interval",
          "roadstead.cluster.system",
          "roadstead.http.allowed-hosts",
          "roadstead.kubernetes.connect-timeout",
          "roadstead.kubernetes.context",
          "roadstead.kubernetes.credential-timeout",
          "roadstead.kubernetes.kubeconfig",
          "roadstead.kubernetes.max-concurrent-requests",
          "roadstead.kubernetes.request-timeout",
          "roadstead.kubernetes.source",
          "roadstead.kubernetes.write-deadline",
          "roadstead.probe.fresh-for",
          "roadstead.probe.local-machine",
          "roadstead.probe.max-concurrent",
          "roadstead.probe.mode",
          "roadstead.probe.timeout",
          "roadstead.simulation.delay-factor",
          "roadstead.simulation.kubernetes-version",
          "roadstead.simulation.nodes",
          "roadstead.simulation.port",
          "roadstead.simulation.system",
          "roadstead.watch.heartbeat",
          "roadstead.watch.not-ready-when-stale-for");

  private static final Set<String> LISTS =
      Set.of("roadstead.cluster.port-mappings", "roadstead.http.allowed-hosts");

  /** One letter of this many may differ between a property and the one that it is taken for. */
  private static final int ALIKE = 4;

  private KnownProperties() {}

  /** Whether it is a known property, or an element of one that is a list. */
  static boolean has(String name) {
    String whole = name.replaceFirst("\\[\\d+]$", "");
    return whole.equals(name) ? NAMES.contains(name) : LISTS.contains(whole);
  }

  /** The same for the name of an environment variable. */
  static boolean hasVariable(String name) {
    String whole = name.replaceFirst("_\\d+_$", "");
    Set<String> possible = whole.equals(name) ? NAMES : LISTS;
    return possible.stream().anyMatch(known -> variable(known).equals(whole));
  }

  static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /** The known property that is most likely intended. */
  static Optional<String> nearest(String name) {
    String wanted = variable(name);
    return new TreeSet<>(NAMES)
        .stream()
            .min(Comparator.comparingInt(known -> distance(wanted, variable(known))))
            .filter(known -> distance(wanted, variable(known)) <= wanted.length() / ALIKE);
  }

  /** Number of characters to change, add or remove (Levenshtein distance). */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}
