// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/**
 * Answers of one session, compared with those that are kept in {@code src/test/resources/golden}.
 * What was seen is in {@code target/golden}; with {@code GOLDEN_RECORD=true} in the environment it
 * is kept instead.
 */
final class Golden {
  private static final Path KEPT = Path.of("src/test/resources/golden");
  private static final Path SEEN = Path.of("target/golden");

  /** What differs from run to run, and what stands for it; numbered where it tells things apart. */
  private static final Map<Pattern, String> VOLATILE = new LinkedHashMap<>();

  static {
    rule("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+Z|Z| UTC)", "TIME");
    rule("\\{\\s+seconds: \\d{9,}\\s+(?:nanos: \\d+\\s+)?\\}", "{ TIME }");
    rule("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID");
    rule("(?<=ETag: )\\S+", "ETAG");
    rule("(?<=\"etag\":)\"(?:[^\"\\\\]|\\\\.)*\"", "\"ETAG\"");
    rule("(?<=\\betag: )\"(?:[^\"\\\\]|\\\\.)*\"", "\"ETAG\"");
    rule("(?<=it has .{1,2})[\\w-]{20}", "ETAG");
    rule("(?<=its etag is now .{1,2})[\\w-]{20}", "ETAG");
    rule("(?<=\"nextPageToken\":\")[^\"]+", "TOKEN");
    rule("(?<=next_page_token: \")[^\"]+", "TOKEN");
    rule("(?<=Location: http://)[^/]+", "HOST");
    // Which pod is on which node is up to the scheduler.
    rule("node-\\d\\b", "node-#");
    rule("zone-[abc]\\b", "zone-#");
    // Endings that Kubernetes gives to generated names.
    rule("(?<=golden-[a-z]{1,20}-(?:[a-z0-9]{6,10}-)?)[bcdfghjklmnpqrstvwxz2456789]{5}\\b", "N#");
    // Addresses of pods, Services and load balancers.
    rule("(?<![\\d.])(?:10\\.\\d+\\.\\d+\\.\\d+|203\\.0\\.113\\.\\d+)\\b", "IP#");
  }

  private final String transport;
  private final Map<String, String> answers = new LinkedHashMap<>();

  Golden(String transport) {
    this.transport = transport;
  }

  private static void rule(String pattern, String instead) {
    VOLATILE.put(Pattern.compile(pattern), instead);
  }

  void add(String name, Answer answer, Set<String> masked) {
    add("%03d-%s".formatted(answers.size() + 1, name), answer.text(masked));
  }

  void add(String name, String text) {
    assertThat(answers.put(name, normalized(text))).as("another answer named %s", name).isNull();
  }

  private static String normalized(String text) {
    String result = text;
    for (Map.Entry<Pattern, String> rule : VOLATILE.entrySet()) {
      Map<String, String> numbers = new LinkedHashMap<>();
      result =
          rule.getKey()
              .matcher(result)
              .replaceAll(
                  found -> {
                    numbers.computeIfAbsent(found.group(), any -> "" + (numbers.size() + 1));
                    return Matcher.quoteReplacement(
                        rule.getValue().replace("#", numbers.get(found.group())));
                  });
    }
    return result;
  }

  /** Every answer is the one that is kept, and every one that is kept was seen. */
  void compare() {
    write(SEEN.resolve(transport));
    if (System.getenv("GOLDEN_RECORD") != null) {
      write(KEPT.resolve(transport));
      return;
    }
    var all = new SoftAssertions();
    all.assertThat(names(KEPT.resolve(transport))).isEqualTo(new TreeSet<>(answers.keySet()));
    answers.forEach(
        (name, text) -> all.assertThat(text).as("%s/%s", transport, name).isEqualTo(kept(name)));
    all.assertAll();
  }

  private String kept(String name) {
    Path file = KEPT.resolve(transport).resolve(name);
    return Files.exists(file) ? read(file) : "";
  }

  private void write(Path folder) {
    try {
      Files.createDirectories(folder);
      for (String old : names(folder)) {
        Files.delete(folder.resolve(old));
      }
      for (Map.Entry<String, String> answer : answers.entrySet()) {
        Files.writeString(folder.resolve(answer.getKey()), answer.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
