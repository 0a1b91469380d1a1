// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ServedKinds;
import java.util.Optional;

/**
 * The minimal OpenAPI v3 from which clients learn which kinds can be patched and that the server
 * validates fields; no schemas.
 */
final class OpenApi {
  private static final String ROOT = "/openapi/v3";

  private OpenApi() {}

  static Optional<ObjectNode> at(String path, ServedKinds kinds) {
    if (path.equals(ROOT)) {
      return Optional.of(index(kinds));
    }
    if (!path.startsWith(ROOT + "/")) {
      return Optional.empty();
    }
    String apiPath = path.substring(ROOT.length() + 1);
    ObjectNode document = document(apiPath, kinds);
    return document.path("paths").isEmpty() ? Optional.empty() : Optional.of(document);
  }

  private static ObjectNode index(ServedKinds kinds) {
    ObjectNode index = Json.object();
    ObjectNode paths = index.putObject("paths");
    for (ResourceKind kind : kinds.all()) {
      String path = apiPath(kind);
      paths.putObject(path).put("serverRelativeURL", ROOT + "/" + path);
    }
    return index;
  }

  private static ObjectNode document(String apiPath, ServedKinds kinds) {
    ObjectNode document = Json.object().put("openapi", "3.0.0");
    document.putObject("info").put("title", "Kubernetes").put("version", "unversioned");
    ObjectNode paths = document.putObject("paths");
    for (ResourceKind kind : kinds.all()) {
      if (apiPath(kind).equals(apiPath)) {
        describe(kind, paths.putObject("/" + apiPath + objectPath(kind)));
      }
    }
    document.putObject("components").putObject("schemas");
    return document;
  }

  private static void describe(ResourceKind kind, ObjectNode path) {
    ObjectNode patch = path.putObject("patch");
    for (String name : new String[] {"dryRun", "fieldManager", "fieldValidation", "force"}) {
      ObjectNode parameter = patch.withArray("parameters").addObject();
      parameter.put("name", name).put("in", "query").putObject("schema").put("type", "string");
    }
    patch
        .putObject("x-kubernetes-group-version-kind")
        .put("group", kind.group())
        .put("version", kind.version())
        .put("kind", kind.kind());
    patch.putObject("responses");
  }

  private static String apiPath(ResourceKind kind) {
    return (kind.group().isEmpty() ? "api/" : "apis/") + kind.apiVersion();
  }

  private static String objectPath(ResourceKind kind) {
    String scope = kind.namespaced() ? "/namespaces/{namespace}" : "";
    return scope + "/" + kind.plural() + "/{name}";
  }
}
