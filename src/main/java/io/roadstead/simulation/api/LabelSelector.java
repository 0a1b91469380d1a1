// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The label selectors of URLs: equality and sets, joined by commas. */
final class LabelSelector {
  /** A comma outside parentheses. */
  private static final Pattern SEPARATOR = Pattern.compile(",(?![^(]*\\))");

  private static final String KEY = "([A-Za-z0-9./_-]+)";
  private static final Pattern IN =
      Pattern.compile("\\s*" + KEY + "\\s+(in|notin)\\s*\\(([^()]*)\\)\\s*");
  private static final Pattern EQUALITY =
      Pattern.compile("\\s*" + KEY + "\\s*(==|=|!=)\\s*([A-Za-z0-9._-]*)\\s*");
  private static final Pattern EXISTS = Pattern.compile("\\s*(!?)\\s*" + KEY + "\\s*");

  private LabelSelector() {}

  /** A test for objects; an empty selector accepts all. */
  static Predicate<JsonNode> parse(String selector) {
    List<Predicate<JsonNode>> terms = new ArrayList<>();
    if (!selector.isBlank()) {
      for (String term : SEPARATOR.split(selector, -1)) {
        terms.add(term(selector, term));
      }
    }
    return object -> {
      JsonNode labels = object.path("metadata").path("labels");
      return terms.stream().allMatch(term -> term.test(labels));
    };
  }

  private static Predicate<JsonNode> term(String selector, String term) {
    Matcher in = IN.matcher(term);
    if (in.matches()) {
      Set<String> values = Set.copyOf(List.of(in.group(3).trim().split("\\s*,\\s*", -1)));
      return among(in.group(1), values, in.group(2).equals("notin"));
    }
    Matcher equality = EQUALITY.matcher(term);
    if (equality.matches()) {
      Set<String> values = Set.of(equality.group(3));
      return among(equality.group(1), values, equality.group(2).equals("!="));
    }
    Matcher exists = EXISTS.matcher(term);
    if (exists.matches()) {
      boolean wanted = exists.group(1).isEmpty();
      return labels -> labels.has(exists.group(2)) == wanted;
    }
    throw ApiException.badRequest(
        "unable to parse requirement: the selector '%s' is not understood at '%s'"
            .formatted(selector, term));
  }

  /** The negated forms also accept objects without the label. */
  private static Predicate<JsonNode> among(String key, Set<String> values, boolean negated) {
    return labels -> (labels.has(key) && values.contains(labels.get(key).asText())) != negated;
  }
}
