// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of the update strategy of Deployments. */
final class StrategyValidation {
  private static final Set<String> TYPES = Set.of("Recreate", "RollingUpdate");
  private static final Pattern PERCENT = Pattern.compile("[0-9]+%");
  private static final int WHOLE = 100;

  private StrategyValidation() {}

  static void check(JsonNode strategy, List<StatusCause> causes) {
    JsonNode rolling = strategy.path("rollingUpdate");
    String type = strategy.path("type").asText("");
    if (!TYPES.contains(type)) {
      causes.add(
          new StatusCause(
              "FieldValueNotSupported",
              "spec.strategy",
              "Unsupported value: {\"Type\":\"%s\",\"RollingUpdate\":null}: supported values: \"Recreate\", \"RollingUpdate\""
                  .formatted(type)));
    }
    if (type.equals("Recreate") && !rolling.isMissingNode()) {
      causes.add(
          StatusCause.forbidden(
              "spec.strategy.rollingUpdate",
              "may not be specified when strategy `type` is 'Recreate'"));
    }
    if (type.equals("RollingUpdate")) {
      checkRolling(rolling, causes);
    }
  }

  private static void checkRolling(JsonNode rolling, List<StatusCause> causes) {
    String field = "spec.strategy.rollingUpdate.";
    JsonNode unavailable = rolling.path("maxUnavailable");
    JsonNode surge = rolling.path("maxSurge");
    checkShare(field + "maxUnavailable", unavailable, causes);
    checkShare(field + "maxSurge", surge, causes);
    if (isZero(surge) && isZero(unavailable)) {
      causes.add(
          StatusCause.invalid(
              field + "maxUnavailable", unavailable.asInt(), "may not be 0 when `maxSurge` is 0"));
    }
    if (unavailable.isTextual() && percent(unavailable.asText()) > WHOLE) {
      String sent = unavailable.asText();
      String rule = "must not be greater than 100%";
      causes.add(StatusCause.invalid(field + "maxUnavailable", sent, rule));
    }
  }

  private static void checkShare(String field, JsonNode share, List<StatusCause> causes) {
    if (!share.isTextual()) {
      Numbers.checkNotNegative(field, share, causes);
    } else if (!PERCENT.matcher(share.asText()).matches()) {
      causes.add(
          StatusCause.invalid(
              field,
              share.asText(),
              "a valid percent string must be a numeric string followed by an ending '%' (e.g."
                  + " '1%',  or '93%', regex used for validation is '[0-9]+%')"));
    }
  }

  private static int percent(String share) {
    return PERCENT.matcher(share).matches()
        ? Integer.parseInt(share.substring(0, share.length() - 1))
        : 0;
  }

  private static boolean isZero(JsonNode share) {
    return share.asText().equals("0") || share.asText().equals("0%");
  }
}
