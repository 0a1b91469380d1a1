// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ServedKinds;
import io.roadstead.simulation.store.Subresource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Discovery of the server: its groups, their resources, its version. */
final class Discovery {
  private static final List<String> VERBS =
      List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

  private static final Map<Subresource, List<String>> SUBRESOURCE_VERBS =
      Map.of(
          Subresource.STATUS, List.of("get", "patch", "update"),
          Subresource.SCALE, List.of("get", "patch", "update"),
          Subresource.LOG, List.of("get"),
          Subresource.BINDING, List.of("create"),
          Subresource.EVICTION, List.of("create"));

  private final String gitVersion;
  private final ServedKinds kinds;

  Discovery(String gitVersion, ServedKinds kinds) {
    this.gitVersion = gitVersion;
    this.kinds = kinds;
  }

  /** The document at a discovery path, if it is one. */
  Optional<ObjectNode> at(String path) {
    return switch (path) {
      case "/version" -> Optional.of(version());
      case "/api" -> Optional.of(coreVersions());
      case "/apis" -> Optional.of(groups());
      case "/api/v1" -> Optional.of(resources("v1"));
      default -> grouped(path);
    };
  }

  private Optional<ObjectNode> grouped(String path) {
    if (!path.startsWith("/apis/")) {
      return Optional.empty();
    }
    String name = path.substring("/apis/".length());
    if (groupVersions().containsKey(name)) {
      return Optional.of(
          group(name, groupVersions().get(name)).put("kind", "APIGroup").put("apiVersion", "v1"));
    }
    return groupVersions().containsValue(name) ? Optional.of(resources(name)) : Optional.empty();
  }

  private ObjectNode version() {
    String[] parts = gitVersion.replaceFirst("^v", "").split("\\.");
    return Json.object()
        .put("major", parts[0])
        .put("minor", parts.length > 1 ? parts[1] : "0")
        .put("gitVersion", gitVersion)
        .put("gitCommit", "")
        .put("gitTreeState", "clean")
        .put("buildDate", "1970-01-01T00:00:00Z")
        .put("goVersion", "")
        .put("compiler", "")
        .put("platform", "linux/amd64");
  }

  private static ObjectNode coreVersions() {
    ObjectNode versions = Json.object().put("kind", "APIVersions");
    versions.putArray("versions").add("v1");
    versions.putArray("serverAddressByClientCIDRs");
    return versions;
  }

  private ObjectNode groups() {
    ObjectNode list = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
    ArrayNode groups = list.putArray("groups");
    groupVersions().forEach((name, version) -> groups.add(group(name, version)));
    return list;
  }

  private static ObjectNode group(String name, String groupVersion) {
    ObjectNode group = Json.object().put("name", name);
    String version = groupVersion.substring(groupVersion.indexOf('/') + 1);
    group
        .putArray("versions")
        .addObject()
        .put("groupVersion", groupVersion)
        .put("version", version);
    group.putObject("preferredVersion").put("groupVersion", groupVersion).put("version", version);
    return group;
  }

  private ObjectNode resources(String groupVersion) {
    ObjectNode list = Json.object().put("kind", "APIResourceList").put("apiVersion", "v1");
    list.put("groupVersion", groupVersion);
    ArrayNode resources = list.putArray("resources");
    for (ResourceKind kind : kinds.all()) {
      if (kind.apiVersion().equals(groupVersion)) {
        addResource(resources, kind);
      }
    }
    AccessReviews.kindsIn(groupVersion)
        .forEach(
            (plural, kind) ->
                resource(
                    resources, plural, kind, AccessReviews.isNamespaced(kind), List.of("create")));
    return list;
  }

  private static void addResource(ArrayNode resources, ResourceKind kind) {
    ObjectNode entry =
        resource(resources, kind.plural(), kind.kind(), kind.namespaced(), VERBS)
            .put("singularName", kind.singular());
    addAll(entry, "shortNames", kind.shortNames());
    addAll(entry, "categories", kind.categories());
    for (Subresource subresource : Subresource.values()) {
      if (kind.has(subresource)) {
        addSubresource(resources, kind, subresource);
      }
    }
  }

  private static void addSubresource(
      ArrayNode resources, ResourceKind kind, Subresource subresource) {
    String name = kind.plural() + "/" + subresource.path();
    List<String> verbs = SUBRESOURCE_VERBS.getOrDefault(subresource, List.of());
    String type =
        switch (subresource) {
          case SCALE -> "Scale";
          case BINDING -> "Binding";
          case EVICTION -> "Eviction";
          case NONE, STATUS, LOG -> kind.kind();
        };
    ObjectNode entry = resource(resources, name, type, kind.namespaced(), verbs);
    if (subresource == Subresource.SCALE) {
      entry.put("group", "autoscaling").put("version", "v1");
    }
  }

  private static ObjectNode resource(
      ArrayNode resources, String name, String kind, boolean namespaced, List<String> verbs) {
    ObjectNode entry = resources.addObject().put("name", name).put("singularName", "");
    entry.put("namespaced", namespaced).put("kind", kind);
    addAll(entry, "verbs", verbs);
    return entry;
  }

  private static void addAll(ObjectNode entry, String field, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = entry.putArray(field);
      values.forEach(array::add);
    }
  }

  /** All groups except the core group, each with its only version. */
  Map<String, String> groupVersions() {
    Map<String, String> versions = new TreeMap<>(kinds.groupVersions());
    AccessReviews.groupVersions()
        .forEach(version -> versions.put(version.substring(0, version.indexOf('/')), version));
    return versions;
  }
}
