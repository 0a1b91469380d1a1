// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.Map;
import java.util.TreeMap;

/**
 * The resource requests and limits of a container.
 *
 * @param requests by resource name ({@code cpu}, {@code memory}, …): what the scheduler reserves
 * @param limits by resource name: what the container may use at most; not below its request
 */
public record Resources(Map<String, Quantity> requests, Map<String, Quantity> limits) {
  public static final Resources NONE = new Resources(Map.of(), Map.of());

  public Resources {
    requests = Map.copyOf(requests);
    limits = Map.copyOf(limits);
  }

  void check(Violations violations, String at) {
    checkAll(violations, at + ".requests", requests);
    checkAll(violations, at + ".limits", limits);
    requests.forEach(
        (name, request) -> {
          Quantity limit = limits.get(name);
          violations.check(
              limit == null || request.compareTo(limit) <= 0,
              at + ".requests." + name,
              request.text(),
              limit == null ? "" : Messages.aboveLimit(limit));
        });
  }

  private static void checkAll(Violations violations, String at, Map<String, Quantity> amounts) {
    new TreeMap<>(amounts)
        .forEach(
            (name, quantity) -> {
              violations.check(Syntax.isLabelKey(name), at, name, Messages.RESOURCE_NAME);
              violations.check(
                  Quantity.isValid(quantity.text()),
                  at + "." + name,
                  quantity.text(),
                  Messages.QUANTITY);
            });
  }
}
