// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ServedKinds;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A parsed URL: kind, namespace, object and subresource. */
record ResourcePath(ResourceKind kind, String namespace, String name, String subresource) {

  /** The path of a collection or an object of a served kind; empty for anything else. */
  static Optional<ResourcePath> parse(String path, ServedKinds kinds) {
    List<String> segments = segments(path);
    boolean core = segments.size() >= 3 && segments.get(0).equals("api");
    boolean grouped = segments.size() >= 4 && segments.get(0).equals("apis");
    if (!core && !grouped) {
      return Optional.empty();
    }
    String group = core ? "" : segments.get(1);
    String version = segments.get(core ? 1 : 2);
    return inGroup(kinds, group, version, segments.subList(core ? 2 : 3, segments.size()));
  }

  private static Optional<ResourcePath> inGroup(
      ServedKinds kinds, String group, String version, List<String> segments) {
    boolean scoped =
        segments.size() >= 3
            && segments.get(0).equals("namespaces")
            && kinds
                .byPath(group, version, segments.get(2))
                .filter(ResourceKind::namespaced)
                .isPresent();
    String namespace = scoped ? segments.get(1) : "";
    List<String> rest = scoped ? segments.subList(2, segments.size()) : segments;
    if (rest.size() > 3) {
      return Optional.empty();
    }
    String name = rest.size() > 1 ? rest.get(1) : "";
    String subresource = rest.size() > 2 ? rest.get(2) : "";
    return kinds
        .byPath(group, version, rest.get(0))
        .filter(kind -> !kind.namespaced() || scoped || name.isEmpty())
        .map(kind -> new ResourcePath(kind, namespace, name, subresource));
  }

  boolean isCollection() {
    return name.isEmpty();
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/")) {
      if (!segment.isEmpty()) {
        segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
      }
    }
    return segments;
  }
}
