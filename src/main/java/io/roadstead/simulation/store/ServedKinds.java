// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The kinds that a simulated API server serves: those of {@link ResourceKinds}, and further ones.
 */
public final class ServedKinds {
  private final List<ResourceKind> kinds;
  private final Map<String, String> groupVersions = new TreeMap<>();

  private ServedKinds(Collection<ApiGroup> groups) {
    List<ResourceKind> all = new ArrayList<>(ResourceKinds.all());
    groups.forEach(group -> all.addAll(group.kinds()));
    kinds = List.copyOf(all);
    kinds.stream()
        .filter(kind -> !kind.group().isEmpty())
        .forEach(kind -> groupVersions.put(kind.group(), kind.apiVersion()));
    groups.forEach(group -> groupVersions.put(group.group(), group.groupVersion()));
  }

  /** The usual kinds. */
  public static ServedKinds usual() {
    return new ServedKinds(List.of());
  }

  /** The usual kinds and those of additional groups. */
  public static ServedKinds with(Collection<ApiGroup> groups) {
    return new ServedKinds(groups);
  }

  /** All kinds, in the order of discovery. */
  public List<ResourceKind> all() {
    return kinds;
  }

  /** All groups except the core group, each with its only version. */
  public Map<String, String> groupVersions() {
    return Map.copyOf(groupVersions);
  }

  /** The kind behind a URL such as {@code /apis/apps/v1/…/deployments}. */
  public Optional<ResourceKind> byPath(String group, String version, String plural) {
    return kinds.stream()
        .filter(k -> k.group().equals(group))
        .filter(k -> k.version().equals(version))
        .filter(k -> k.plural().equals(plural))
        .findFirst();
  }

  /** The kind that an object or owner reference names by {@code apiVersion} and {@code kind}. */
  public Optional<ResourceKind> byType(String apiVersion, String kind) {
    return kinds.stream()
        .filter(k -> k.kind().equals(kind) && k.apiVersion().equals(apiVersion))
        .findFirst();
  }
}
