// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which methods an address has, for refusing the others (RFC 9110, section 15.5.6). */
final class AllowedMethods {
  private static final String APPS = "/v1/namespaces/[^/]+/apps";
  private static final Map<Pattern, List<String>> BY_PATH =
      Map.of(
          Pattern.compile(APPS + "/?"), List.of("GET"),
          Pattern.compile(APPS + "/[^/]+/?"), List.of("GET", "PUT", "DELETE"),
          Pattern.compile(APPS + "/[^/]+/exposure/?"), List.of("PUT", "DELETE"),
          Pattern.compile(APPS + "/[^/]+/scale/?"), List.of("PUT"),
          Pattern.compile(APPS + "/[^/]+/(status|pods)/?"), List.of("GET"),
          Pattern.compile(APPS + "/[^/]+/views/(logical|physical)/?"), List.of("GET"),
          Pattern.compile("/v1/cluster(/nodes)?/?"), List.of("GET"));

  private AllowedMethods() {}

  /** Whether an address has a method; one that is not there at all has none to refuse. */
  static boolean allow(String method, String path) {
    List<String> methods = of(path);
    return methods.isEmpty() || methods.contains(method.equals("HEAD") ? "GET" : method);
  }

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
