// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of the requests and limits of a container. */
final class ResourceValidation {
  private static final Set<String> STANDARD = Set.of("cpu", "memory", "ephemeral-storage");
  private static final String HUGE_PAGES = "hugepages-";

  private ResourceValidation() {}

  static void check(String field, JsonNode resources, List<StatusCause> causes) {
    for (String list : List.of("limits", "requests")) {
      for (Map.Entry<String, JsonNode> entry : resources.path(list).properties()) {
        String path = field + "." + list + "[" + entry.getKey() + "]";
        checkName(path, entry.getKey(), causes);
        checkAmount(path, entry.getKey(), entry.getValue().asText(), causes);
      }
      if (list.equals("limits")) {
        continue;
      }
      for (Map.Entry<String, JsonNode> request : resources.path(list).properties()) {
        JsonNode limit = resources.path("limits").path(request.getKey());
        compare(field, request.getKey(), request.getValue().asText(), limit, causes);
      }
    }
  }

  private static void checkName(String path, String name, List<StatusCause> causes) {
    Names.checkQualified(path, name, causes);
    if (!name.contains("/") && !isStandard(name)) {
      String rule = "must be a standard resource type or fully qualified";
      causes.add(StatusCause.invalid(path, name, rule));
      causes.add(StatusCause.invalid(path, name, "must be a standard resource for containers"));
    }
  }

  private static void checkAmount(
      String path, String name, String amount, List<StatusCause> causes) {
    Optional<Amount> parsed = Amount.parse(amount);
    if (parsed.isPresent() && parsed.get().isNegative()) {
      causes.add(StatusCause.invalid(path, amount, "must be greater than or equal to 0"));
    }
    boolean whole = parsed.map(a -> a.number().stripTrailingZeros().scale() <= 0).orElse(true);
    if (!isStandard(name) && !whole) {
      causes.add(StatusCause.invalid(path, amount, "must be an integer"));
    }
  }

  private static void compare(
      String field, String name, String request, JsonNode limit, List<StatusCause> causes) {
    boolean overcommits = STANDARD.contains(name);
    if (limit.isMissingNode()) {
      if (!overcommits) {
        String rule = "Limit must be set for non overcommitable resources";
        causes.add(StatusCause.required(field + ".limits", rule));
      }
      return;
    }
    Optional<Amount> max = Amount.parse(limit.asText());
    Optional<Amount> asked = Amount.parse(request);
    if (max.isEmpty() || asked.isEmpty()) {
      return;
    }
    String shown = name + " limit of " + limit.asText();
    if (!overcommits && asked.get().number().compareTo(max.get().number()) != 0) {
      String rule = "must be equal to " + shown;
      causes.add(StatusCause.invalid(field + ".requests", request, rule));
    } else if (asked.get().isMoreThan(max.get())) {
      String rule = "must be less than or equal to " + shown;
      causes.add(StatusCause.invalid(field + ".requests", request, rule));
    }
  }

  private static boolean isStandard(String name) {
    return STANDARD.contains(name) || name.startsWith(HUGE_PAGES);
  }
}
