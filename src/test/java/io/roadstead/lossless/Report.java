// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The findings of a run, grouped by kind, each with its smallest example. */
record Report(String test, int cases, long seed, Collection<Finding> findings) {
  private static final int SHOWN = 25;

  String summary() {
    long failed = findings.stream().map(finding -> finding.app().seed()).distinct().count();
    return "%s: %d of %d apps failed, from seed %d".formatted(test, failed, cases, seed);
  }

  /** The text for a failure message; all kinds are in a file below {@code target/lossless}. */
  String text() {
    List<List<Finding>> groups = groups();
    Path file = Path.of("target", "lossless", test + ".txt");
    write(file, text(groups, groups.size()));
    String rest =
        groups.size() > SHOWN ? "%n%d more kinds in %s".formatted(groups.size() - SHOWN, file) : "";
    return text(groups, SHOWN) + rest;
  }

  private List<List<Finding>> groups() {
    Map<String, List<Finding>> groups =
        findings.stream().collect(Collectors.groupingBy(Finding::kind));
    return groups.values().stream()
        .sorted(Comparator.<List<Finding>>comparingInt(List::size).reversed())
        .toList();
  }

  private String text(List<List<Finding>> groups, int most) {
    return groups.stream()
        .limit(most)
        .map(this::text)
        .collect(Collectors.joining("\n", summary() + "\n\n", ""));
  }

  private String text(List<Finding> group) {
    Finding smallest = group.stream().min(Comparator.comparingInt(Finding::size)).orElseThrow();
    AppCase app = smallest.app();
    return """
        %d x %s
          %s
          in an app by %s; alone: -Dtest=%s -Droadstead.lossless.cases=1 -Droadstead.lossless.seed=%d
        """
        .formatted(
            group.size(),
            smallest.kind(),
            smallest.detail().replace("\n", "\n  "),
            app.creation(),
            test.replace('.', '#'),
            app.seed());
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
