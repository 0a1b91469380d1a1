// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.AppException;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Container;
import io.roadstead.app.EnvVar;
import io.roadstead.app.ErrorDetails;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.SentValue;
import io.roadstead.app.Violation;
import io.roadstead.app.Warning;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes env values and contents of files from messages that are not Roadstead's own: an admission
 * webhook may repeat anything that it was sent.
 */
final class EnvValues {
  private static final String HIDDEN = "***";

  /** Hiding {@code 1}, {@code on} or {@code true} would spoil every message and protect nothing. */
  private static final int SHORTEST = 4;

  /** A short line of a file is likely a word of the message too. */
  private static final int SHORTEST_LINE = 12;

  private EnvValues() {}

  /** Hides the values and the content of files that a spec has. */
  static AppException hidden(AppSpec spec, AppException error) {
    return hidden(of(spec), error);
  }

  /** Hides the values that an app has. */
  static AppException hidden(LiveApp live, AppException error) {
    return hidden(of(live), error);
  }

  /** Hides the values and the content of files that a spec has in what the cluster warns about. */
  static Written hidden(AppSpec spec, Written written) {
    List<String> values = of(spec);
    return new Written(
        written.app(),
        written.created(),
        written.objects(),
        written.warnings().stream().map(warning -> hidden(values, warning)).toList());
  }

  /** A warning of the API server, without the values that an app has. */
  static Warning ofCluster(LiveApp live, String text) {
    return new Warning(Warning.Code.CLUSTER_WARNING, hide(of(live), text), null);
  }

  private static Warning hidden(List<String> values, Warning warning) {
    return warning.code() == Warning.Code.CLUSTER_WARNING
        ? new Warning(warning.code(), hide(values, warning.message()), warning.field())
        : warning;
  }

  private static List<String> of(AppSpec spec) {
    Stream<String> contents =
        spec.settings().groups("volumes").stream()
            .flatMap(volume -> volume.group("config").texts("files").values().stream())
            .flatMap(content -> Stream.concat(Stream.of(content), content.lines()))
            .map(String::strip)
            .filter(text -> text.length() >= SHORTEST_LINE);
    return longestFirst(Stream.concat(contents, values(spec.containers(), spec.initContainers())));
  }

  private static List<String> of(LiveApp live) {
    return longestFirst(values(live.containers(), live.initContainers()));
  }

  /** A value can be the beginning of another one, the rest of which must not stay visible. */
  private static List<String> longestFirst(Stream<String> values) {
    return values.distinct().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  private static Stream<String> values(List<Container> containers, List<Container> init) {
    return Stream.concat(containers.stream(), init.stream())
        .flatMap(container -> container.env().stream())
        .flatMap(EnvValues::literal)
        .filter(value -> value.length() >= SHORTEST)
        .filter(value -> !value.equals("true") && !value.equals("false"));
  }

  private static AppException hidden(List<String> values, AppException error) {
    if (error.getCause() == null) {
      // Roadstead's own words, which contain no value.
      return error;
    }
    String message = Objects.requireNonNullElse(error.getMessage(), "");
    boolean shown =
        values.stream().anyMatch(value -> message.contains(value) || shows(error, value));
    if (!shown) {
      return error;
    }
    // Without the cause: its message repeats what is masked here, and causes are logged.
    return new AppException(
        error.code(), hide(values, message), hide(values, error.details()), null);
  }

  private static Stream<String> literal(EnvVar variable) {
    return variable.source() instanceof EnvVar.Value value
        ? Stream.of(value.text())
        : Stream.empty();
  }

  private static boolean shows(AppException error, String value) {
    return error.details().violations().stream()
            .anyMatch(v -> contains(v.value().text(), value) || v.rule().contains(value))
        || error.details().objects().stream().anyMatch(o -> contains(o.message(), value));
  }

  private static boolean contains(@Nullable String text, String value) {
    return text != null && text.contains(value);
  }

  private static ErrorDetails hide(List<String> values, ErrorDetails details) {
    return new ErrorDetails(
        details.violations().stream()
            .map(
                v ->
                    new Violation(
                        v.field(),
                        new SentValue(v.value().kind(), hideAny(values, v.value().text())),
                        hide(values, v.rule()),
                        v.choices()))
            .toList(),
        details.conflicts(),
        details.objects().stream()
            .map(o -> new ObjectResult(o.object(), o.outcome(), hideAny(values, o.message())))
            .toList(),
        details.retryAfter());
  }

  private static @Nullable String hideAny(List<String> values, @Nullable String text) {
    return text == null ? null : hide(values, text);
  }

  private static String hide(List<String> values, String text) {
    String result = text;
    for (String value : values) {
      result = result.replace(value, HIDDEN);
    }
    return result;
  }
}
