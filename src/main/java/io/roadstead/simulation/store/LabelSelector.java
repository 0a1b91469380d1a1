// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label selector: the common form of those of URLs, Services, workloads and node affinity, which
 * only differ in notation.
 *
 * @param requirements the requirements, all of which must hold
 */
public record LabelSelector(List<Requirement> requirements) {
  /** A comma outside parentheses. */
  private static final Pattern SEPARATOR = Pattern.compile(",(?![^(]*\\))");

  private static final String KEY = "([A-Za-z0-9./_-]+)";
  private static final Pattern IN =
      Pattern.compile("\\s*" + KEY + "\\s+(in|notin)\\s*\\(([^()]*)\\)\\s*");
  private static final Pattern EQUALITY =
      Pattern.compile("\\s*" + KEY + "\\s*(==|=|!=)\\s*([A-Za-z0-9._-]*)\\s*");
  private static final Pattern EXISTS = Pattern.compile("\\s*(!?)\\s*" + KEY + "\\s*");

  /** The comparison of a label. */
  enum Operator {
    IN,
    /** Also holds for objects without the label, as in Kubernetes. */
    NOT_IN,
    EXISTS,
    DOES_NOT_EXIST,
    GREATER_THAN,
    LESS_THAN,
    /** For operators unknown to Kubernetes: never holds. */
    UNKNOWN
  }

  /** One comparison of one label. */
  record Requirement(String key, Operator operator, Set<String> values) {
    Requirement {
      values = Set.copyOf(values);
    }

    private boolean holds(JsonNode labels) {
      JsonNode label = labels.path(key);
      boolean present = !label.isMissingNode();
      return switch (operator) {
        case IN -> present && values.contains(label.asText());
        case NOT_IN -> !present || !values.contains(label.asText());
        case EXISTS -> present;
        case DOES_NOT_EXIST -> !present;
        case GREATER_THAN -> present && label.asLong() > bound();
        case LESS_THAN -> present && label.asLong() < bound();
        case UNKNOWN -> false;
      };
    }

    private long bound() {
      return values.stream().mapToLong(value -> TextNode.valueOf(value).asLong()).sum();
    }
  }

  public LabelSelector {
    requirements = List.copyOf(requirements);
  }

  /** The selector of a URL: equality and sets, joined by commas; 400 for any other text. */
  public static LabelSelector parse(String text) {
    List<Requirement> requirements = new ArrayList<>();
    if (!text.isBlank()) {
      for (String term : SEPARATOR.split(text, -1)) {
        requirements.add(requirement(text, term));
      }
    }
    return new LabelSelector(requirements);
  }

  /** The selector of a Service and of {@code nodeSelector}: a map of labels. */
  public static LabelSelector ofLabels(JsonNode labels) {
    return new LabelSelector(equalities(labels));
  }

  /** The selector of a workload, and a term of node affinity: matchLabels and matchExpressions. */
  public static LabelSelector of(JsonNode selector) {
    List<Requirement> requirements = equalities(selector.path("matchLabels"));
    for (JsonNode expression : selector.path("matchExpressions")) {
      Set<String> values = new TreeSet<>();
      expression.path("values").forEach(value -> values.add(value.asText()));
      requirements.add(
          new Requirement(
              expression.path("key").asText(),
              operator(expression.path("operator").asText()),
              values));
    }
    return new LabelSelector(requirements);
  }

  /** Whether all requirements hold, as for lists: without requirements, every object matches. */
  public boolean matches(JsonNode object) {
    JsonNode labels = object.path("metadata").path("labels");
    for (Requirement requirement : requirements) {
      if (!requirement.holds(labels)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether all requirements hold, as for controllers: without requirements, no object is selected.
   */
  public boolean selects(JsonNode object) {
    return !requirements.isEmpty() && matches(object);
  }

  private static List<Requirement> equalities(JsonNode labels) {
    List<Requirement> requirements = new ArrayList<>();
    labels
        .properties()
        .forEach(
            label ->
                requirements.add(
                    new Requirement(
                        label.getKey(), Operator.IN, Set.of(label.getValue().asText()))));
    return requirements;
  }

  private static Operator operator(String text) {
    return switch (text) {
      case "In" -> Operator.IN;
      case "NotIn" -> Operator.NOT_IN;
      case "Exists" -> Operator.EXISTS;
      case "DoesNotExist" -> Operator.DOES_NOT_EXIST;
      case "Gt" -> Operator.GREATER_THAN;
      case "Lt" -> Operator.LESS_THAN;
      default -> Operator.UNKNOWN;
    };
  }

  private static Requirement requirement(String selector, String term) {
    Matcher in = IN.matcher(term);
    if (in.matches()) {
      Set<String> values = new TreeSet<>(List.of(in.group(3).trim().split("\\s*,\\s*", -1)));
      return new Requirement(
          in.group(1), in.group(2).equals("in") ? Operator.IN : Operator.NOT_IN, values);
    }
    Matcher equality = EQUALITY.matcher(term);
    if (equality.matches()) {
      Operator operator = equality.group(2).equals("!=") ? Operator.NOT_IN : Operator.IN;
      return new Requirement(equality.group(1), operator, Set.of(equality.group(3)));
    }
    Matcher exists = EXISTS.matcher(term);
    if (exists.matches()) {
      Operator operator = exists.group(1).isEmpty() ? Operator.EXISTS : Operator.DOES_NOT_EXIST;
      return new Requirement(exists.group(2), operator, Set.of());
    }
    throw ApiException.badRequest(
        "unable to parse requirement: the selector '%s' is not valid at '%s'"
            .formatted(selector, term));
  }
}
