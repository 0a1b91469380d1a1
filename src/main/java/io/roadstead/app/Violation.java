// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One violated rule of a request. Field, value and rule, in this order, form a sentence: {@code
 * replicas: -1 is too small; send a number from 0 to 10000}.
 *
 * @param field path of the field in the request, in JSON names, e.g. {@code containers[0].image};
 *     {@code $} for the whole body
 * @param value the value as sent
 * @param rule what is wrong with it, and what to send instead
 * @param choices enum values that end the rule; each transport has its own names for them
 */
public record Violation(
    String field, SentValue value, String rule, List<? extends Enum<?>> choices) {
  private static final int LONGEST_FIELD = 300;
  private static final int MOST_IN_MESSAGE = 5;

  /** The names of enum values in the app model, which are also those of REST. */
  private static final Function<Enum<?>, String> OWN_NAMES = Enum::name;

  public Violation {
    field = field.length() > LONGEST_FIELD ? field.substring(0, LONGEST_FIELD) + "…" : field;
    choices = List.copyOf(choices);
  }

  public Violation(String field, SentValue value, String rule) {
    this(field, value, rule, List.of());
  }

  /** The rule, with the enum value names of a transport. */
  public String rule(Function<Enum<?>, String> names) {
    return choices.isEmpty()
        ? rule
        : rule + " " + choices.stream().map(names).collect(Collectors.joining(", "));
  }

  /** Value and rule, for formats that show the field separately. */
  public String description(Function<Enum<?>, String> names) {
    String shown = value.quoted();
    return (shown == null ? "" : shown + " ") + rule(names);
  }

  /** The whole sentence, without a full stop. */
  public String sentence(Function<Enum<?>, String> names) {
    String subject = field.equals("$") ? "The body" : field;
    return subject + (value.quoted() == null ? " " : ": ") + description(names);
  }

  /** The message of an error with these violations. */
  public static String message(List<Violation> violations, Function<Enum<?>, String> names) {
    String first =
        violations.stream()
            .limit(MOST_IN_MESSAGE)
            .map(violation -> ended(violation.sentence(names)))
            .collect(Collectors.joining(" "));
    int more = violations.size() - MOST_IN_MESSAGE;
    return more > 0 ? first + " (" + more + " more)" : first;
  }

  static String message(List<Violation> violations) {
    return message(violations, OWN_NAMES);
  }

  @Override
  public String toString() {
    return sentence(OWN_NAMES);
  }

  private static String ended(String sentence) {
    return sentence.endsWith("?") ? sentence : sentence + ".";
  }
}
