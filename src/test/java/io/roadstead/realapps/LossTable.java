// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What became of each app: in {@code <name>.tsv} a line per app with a column per check, in {@code
 * <name>-losses.tsv} a line per loss.
 */
final class LossTable {
  static final Path FOLDER = Path.of("target", "realapps");
  private static final List<String> COLUMNS =
      List.of("deploy", "adopt", "second write", "new image").stream()
          .flatMap(check -> List.of(check + " REST", check + " gRPC").stream())
          .toList();

  private LossTable() {}

  static void begin(String name) throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(
        table(name), "app\t" + String.join("\t", COLUMNS) + "\tbeside\n", StandardCharsets.UTF_8);
    Files.writeString(losses(name), "", StandardCharsets.UTF_8);
  }

  private static Path table(String name) {
    return FOLDER.resolve(name + ".tsv");
  }

  private static Path losses(String name) {
    return FOLDER.resolve(name + "-losses.tsv");
  }

  /** The line of an app. */
  static final class Row {
    private final Manifest manifest;
    private final Map<String, List<String>> checks = new LinkedHashMap<>();

    Row(Manifest manifest) {
      this.manifest = manifest;
    }

    /** Notes what a check has found; whether it has found nothing. */
    boolean check(String column, Supplier<List<String>> check) {
      List<String> found;
      try {
        found = check.get();
      } catch (RuntimeException | AssertionError e) {
        found = List.of("broken: " + e);
      }
      checks.put(column, List.copyOf(found));
      return found.isEmpty();
    }

    /** Every loss with its check. */
    List<String> losses() {
      List<String> all = new ArrayList<>();
      checks.forEach(
          (column, found) -> found.forEach(loss -> all.add(column + "\t" + oneLine(loss))));
      return all;
    }

    void appendTo(String name) throws IOException {
      String cells = COLUMNS.stream().map(this::cell).collect(Collectors.joining("\t"));
      append(table(name), manifest.id() + "\t" + cells + "\t" + beside() + "\n");
      String lines =
          losses().stream()
              .map(loss -> manifest.id() + "\t" + loss + "\n")
              .collect(Collectors.joining());
      append(LossTable.losses(name), lines);
    }

    private String cell(String column) {
      List<String> found = checks.get(column);
      if (found == null) {
        return column.startsWith("deploy") && !manifest.partly().isEmpty() ? "partly" : "-";
      }
      return found.isEmpty() ? "lossless" : found.size() + " LOST";
    }

    /** An app has one exposure; other Services stay with the tool that wrote them. */
    private String beside() {
      int others = Math.max(0, manifest.services().size() - 1);
      return others == 0 ? "" : others + (others == 1 ? " Service" : " Services");
    }

    private static String oneLine(String text) {
      return text.replaceAll("\\s+", " ");
    }

    private static void append(Path file, String text) throws IOException {
      Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }
  }
}
