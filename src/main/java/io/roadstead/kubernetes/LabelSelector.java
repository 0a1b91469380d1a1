// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import io.roadstead.app.AppException;
import io.roadstead.app.Metadata;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A label selector in Kubernetes notation; all of its requirements must hold (Kubernetes: "Labels
 * and Selectors").
 */
final class LabelSelector {
  private static final String RULE =
      "must be a label selector: requirements joined by ',', each of the form key, !key, key=value,"
          + " key!=value, key in (a,b) or key notin (a,b)";

  private static final int LONGEST = 2_048;

  /** A comma that is not inside parentheses. */
  private static final Pattern COMMA = Pattern.compile(",(?![^()]*\\))");

  private static final Pattern SET =
      Pattern.compile("(?<key>[^\\s!=()]+)\\s+(?<operator>in|notin)\\s*\\((?<values>[^()]*)\\)");
  private static final Pattern EQUALITY =
      Pattern.compile("(?<key>[^\\s!=()]+)\\s*(?<operator>==|=|!=)\\s*(?<value>[^\\s!=()]*)");
  private static final Pattern EXISTS = Pattern.compile("(?<not>!?)\\s*(?<key>[^\\s!=()]+)");

  private final List<Predicate<Map<String, String>>> requirements;

  private LabelSelector(List<Predicate<Map<String, String>>> requirements) {
    this.requirements = List.copyOf(requirements);
  }

  /** Reads a selector, null for all; INVALID_ARGUMENT on field {@code filter} when malformed. */
  static LabelSelector parse(@Nullable String filter) {
    if (filter == null) {
      return new LabelSelector(List.of());
    }
    if (filter.length() > LONGEST) {
      throw AppException.invalid(
          "filter", null, "has %d characters; send at most %d".formatted(filter.length(), LONGEST));
    }
    List<Predicate<Map<String, String>>> requirements = new ArrayList<>();
    for (String part : COMMA.split(filter, -1)) {
      requirements.add(requirement(part.strip(), filter));
    }
    return new LabelSelector(requirements);
  }

  boolean matches(Map<String, String> labels) {
    return requirements.stream().allMatch(requirement -> requirement.test(labels));
  }

  private static Predicate<Map<String, String>> requirement(String part, String filter) {
    Matcher set = SET.matcher(part);
    if (set.matches()) {
      Set<String> values =
          Arrays.stream(set.group("values").split(",", -1))
              .map(value -> value(value.strip(), filter))
              .collect(Collectors.toSet());
      return in(key(set, filter), values, set.group("operator").equals("in"));
    }
    Matcher equality = EQUALITY.matcher(part);
    if (equality.matches()) {
      Set<String> values = Set.of(value(equality.group("value"), filter));
      return in(key(equality, filter), values, !equality.group("operator").equals("!="));
    }
    Matcher exists = EXISTS.matcher(part);
    if (exists.matches()) {
      String key = key(exists, filter);
      boolean wanted = exists.group("not").isEmpty();
      return labels -> labels.containsKey(key) == wanted;
    }
    throw invalid(filter);
  }

  /** Kubernetes: an object without the label matches {@code !=} and {@code notin}. */
  private static Predicate<Map<String, String>> in(String key, Set<String> values, boolean wanted) {
    return labels -> {
      String value = labels.get(key);
      return (value != null && values.contains(value)) == wanted;
    };
  }

  private static String key(Matcher matcher, String filter) {
    String key = matcher.group("key");
    if (!Metadata.isLabelKey(key)) {
      throw invalid(filter);
    }
    return key;
  }

  private static String value(String value, String filter) {
    if (!Metadata.isLabelValue(value)) {
      throw invalid(filter);
    }
    return value;
  }

  private static AppException invalid(String filter) {
    return AppException.invalid("filter", filter, RULE);
  }
}
