// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects all violations of one request, so that a caller can fix them at once. Only the first
 * violation per field is kept: the others follow from it.
 */
public final class Violations {
  /** More do not help, and would not fit into the headers of a gRPC response. */
  private static final int MOST = 20;

  private final Map<String, Violation> found = new LinkedHashMap<>();

  /** Records a violation unless {@code holds}; the value is a scalar, or null for none. */
  public void check(boolean holds, String field, @Nullable Object value, String rule) {
    if (!holds) {
      add(new Violation(field, SentValue.of(value), rule));
    }
  }

  /** Records that a field is missing. */
  public void missing(String field, String give) {
    add(new Violation(field, SentValue.NOTHING, Messages.missing(give)));
  }

  /** Records that none, or an unknown one, of an enum's values was sent. */
  public void choose(String field, @Nullable Object value, Enum<?>[] choices) {
    String rule = value == null ? Messages.MISSING_CHOICE : Messages.UNKNOWN_CHOICE;
    add(new Violation(field, SentValue.of(value), rule, Arrays.asList(choices)));
  }

  /** A required text: returns it, or records a violation and returns an empty text. */
  public String required(String field, @Nullable String value, String give) {
    if (value == null) {
      missing(field, give);
      return "";
    }
    return value;
  }

  /** A required number: returns it, or records a violation and returns 0. */
  public int required(String field, @Nullable Integer value, WholeNumber range) {
    if (value == null) {
      missing(field, range.phrase());
      return 0;
    }
    return value;
  }

  /** A required list: returns it, or records a violation and returns an empty list. */
  public <T> List<T> required(String field, @Nullable List<T> value, String give) {
    if (value == null) {
      missing(field, give);
      return List.of();
    }
    return value;
  }

  /** Checks that a number, if present, is within its range. */
  public void range(String field, @Nullable Integer value, WholeNumber range) {
    check(value == null || range.has(value), field, value, value == null ? "" : range.rule(value));
  }

  /** Checks each element with its own path, {@code field[index]}. */
  public <T> void each(String field, List<T> elements, BiConsumer<T, String> check) {
    for (int i = 0; i < elements.size(); i++) {
      check.accept(elements.get(i), field + "[" + i + "]");
    }
  }

  /** Whether there is a violation of this field. */
  public boolean has(String field) {
    return found.containsKey(field);
  }

  /** Throws an error with all violations, if there are any. */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw AppException.invalid(new ArrayList<>(found.values()));
    }
  }

  private void add(Violation violation) {
    if (found.size() < MOST) {
      found.putIfAbsent(violation.field(), violation);
    }
  }
}
