// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;
import io.roadstead.app.Reason;
import io.roadstead.cluster.Freshness;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts that pictures share. */
final class Words {
  static final String STALE = "stale: the cluster does not respond and may have changed";

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int LONGEST = 300;

  private Words() {}

  /** A constant as words, e.g. {@code Image not found}. */
  static String of(Enum<?> constant) {
    String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  static String orEmpty(@Nullable Reason reason) {
    return reason == null ? "" : of(reason);
  }

  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : thing.endsWith("s") ? "es" : "s");
  }

  /** A note about pods that are not in the picture; empty when there are none. */
  static String omitted(int pods) {
    return pods == 0 ? "" : "and " + count(pods, "more pod") + ", not drawn";
  }

  static String asOf(Freshness freshness) {
    return "as of " + SECOND.format(freshness.asOf());
  }

  /** The non-empty parts, in one line. */
  static String list(@Nullable String... parts) {
    return joined(Arrays.asList(parts), " · ");
  }

  static String list(List<String> parts) {
    return joined(parts, " · ");
  }

  /** The non-empty parts, one per line. */
  static String lines(@Nullable String... parts) {
    return joined(Arrays.asList(parts), "\n");
  }

  /** The non-empty parts as sentences. */
  static String sentences(List<String> parts) {
    return parts.stream()
        .map(part -> PlainText.line(part, LONGEST))
        .filter(part -> !part.isEmpty())
        .map(part -> part.matches(".*[.!?…]") ? part : part + ".")
        .collect(Collectors.joining(" "));
  }

  private static String joined(List<@Nullable String> parts, String between) {
    return parts.stream()
        .filter(Objects::nonNull)
        .map(part -> PlainText.line(part, LONGEST))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(between));
  }

  /** The meaning of a mark. */
  static String of(Health health) {
    return switch (health) {
      case OK -> "healthy";
      case WAITING -> "in progress";
      case WARNING -> "degraded";
      case ERROR -> "failed";
      case IDLE -> "not in use";
    };
  }
}
