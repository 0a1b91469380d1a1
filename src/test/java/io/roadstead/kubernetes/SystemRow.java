// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line of the table of systems: what was seen at each check, or why it failed. */
final class SystemRow {
  private static final List<String> CHECKS =
      List.of("recognized", "address", "pending", "nodePort", "views");

  static final String HEADER = "system\t" + String.join("\t", CHECKS) + "\n";

  private final String system;
  private final Map<String, String> cells = new HashMap<>();
  private final List<Throwable> failures = new ArrayList<>();

  SystemRow(String system) {
    this.system = system;
  }

  /** Runs a check that returns what it saw in a few words; goes on when it fails. */
  void check(String name, Callable<String> check) {
    try {
      cells.put(name, oneLine(check.call()));
    } catch (Exception | AssertionError e) {
      failures.add(e);
      cells.put(name, "FAILED: " + oneLine(String.valueOf(e.getMessage())));
    }
  }

  /** Puts the row into the table; cells of checks that did not run say so. */
  void appendTo(Path table) throws IOException {
    Files.writeString(
        table,
        line() + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** AssertionError when a check failed, with all that failed. */
  void requirePassed() {
    if (failures.isEmpty()) {
      return;
    }
    var error = new AssertionError(line(), failures.get(0));
    failures.stream().skip(1).forEach(error::addSuppressed);
    throw error;
  }

  private String line() {
    return Stream.concat(
            Stream.of(system),
            CHECKS.stream().map(check -> cells.getOrDefault(check, "FAILED: not checked")))
        .collect(Collectors.joining("\t"));
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > 200 ? line.substring(0, 200) + "..." : line;
  }
}
