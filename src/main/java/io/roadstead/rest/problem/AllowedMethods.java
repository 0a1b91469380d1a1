// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which methods an address has, for the header Allow of a 405 (RFC 9110, section 15.5.6). */
final class AllowedMethods {
  private static final String APPS = "/v1/namespaces/[^/]+/apps";
  private static final Map<Pattern, List<String>> BY_PATH =
      Map.of(
          Pattern.compile(APPS + "/?"), List.of("GET"),
          Pattern.compile(APPS + "/[^/]+/?"), List.of("GET", "PUT", "DELETE"),
          Pattern.compile(APPS + "/[^/]+/exposure/?"), List.of("PUT", "DELETE"),
          Pattern.compile(APPS + "/[^/]+/scale/?"), List.of("PUT"),
          Pattern.compile(APPS + "/[^/]+/(status|pods)/?"), List.of("GET"),
          Pattern.compile("/v1/cluster/?"), List.of("GET"));

  private AllowedMethods() {}

  static String header(String path) {
    return String.join(", ", of(path));
  }

  private static List<String> of(String path) {
    return BY_PATH.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(path).matches())
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(List.of());
  }
}
