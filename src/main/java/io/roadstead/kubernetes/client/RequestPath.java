// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The subject of a request to the API server, with a cardinality low enough for metric tags.
 *
 * @param verb the verb as in Kubernetes RBAC, or {@code apply}
 * @param resource the plural, with the subresource; {@code other} for resources that this service
 *     does not use
 */
record RequestPath(String verb, String resource) {
  private static final Set<String> KNOWN =
      Set.of(
          "deployments",
          "replicasets",
          "pods",
          "services",
          "endpointslices",
          "events",
          "nodes",
          "namespaces",
          "horizontalpodautoscalers",
          "ingressclasses",
          "gatewayclasses",
          "version");
  private static final int CORE_PREFIX = 2;
  private static final int GROUP_PREFIX = 3;

  static RequestPath of(String method, String path, String query, String contentType) {
    List<String> parts = Arrays.stream(path.split("/", -1)).filter(p -> !p.isEmpty()).toList();
    List<String> rest = withoutNamespace(withoutPrefix(parts));
    String name = rest.isEmpty() ? "" : rest.get(0);
    boolean single = rest.size() > 1;
    String resource = KNOWN.contains(name) ? name : "other";
    return new RequestPath(verb(method, query, contentType, single), resource);
  }

  private static List<String> withoutPrefix(List<String> parts) {
    if (parts.isEmpty()) {
      return parts;
    }
    int prefix =
        switch (parts.get(0)) {
          case "api" -> CORE_PREFIX;
          case "apis" -> GROUP_PREFIX;
          default -> 0;
        };
    return parts.subList(Math.min(prefix, parts.size()), parts.size());
  }

  private static List<String> withoutNamespace(List<String> parts) {
    boolean namespaced = parts.size() > 2 && parts.get(0).equals("namespaces");
    return namespaced ? parts.subList(2, parts.size()) : parts;
  }

  private static String verb(String method, String query, String contentType, boolean single) {
    return switch (method) {
      case "GET" -> query.contains("watch=true") ? "watch" : single ? "get" : "list";
      case "PATCH" -> contentType.contains("apply-patch") ? "apply" : "patch";
      case "POST" -> "create";
      case "PUT" -> "update";
      case "DELETE" -> "delete";
      default -> "other";
    };
  }
}
