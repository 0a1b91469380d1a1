// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import java.util.List;
import java.util.Set;

/**
 * A kind of the simulated API server, as described by discovery.
 *
 * @param counted whether {@code metadata.generation} is set and incremented by each change of the
 *     spec
 */
public record ResourceKind(
    String group,
    String version,
    String kind,
    String plural,
    List<String> shortNames,
    boolean namespaced,
    List<String> categories,
    Set<Subresource> subresources,
    boolean counted) {

  public ResourceKind {
    shortNames = List.copyOf(shortNames);
    categories = List.copyOf(categories);
    subresources = Set.copyOf(subresources);
  }

  /** A cluster-scoped kind without subresources and short names, with a generation. */
  public static ResourceKind clusterScoped(
      String group, String version, String kind, String plural) {
    return new ResourceKind(
        group, version, kind, plural, List.of(), false, List.of(), Set.of(), true);
  }

  /** {@code apps/v1}, or {@code v1} for the core group. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** The name that {@code kubectl} accepts in addition to the plural. */
  public String singular() {
    return kind.toLowerCase(java.util.Locale.ROOT);
  }

  /** {@code deployments.apps}, or {@code pods} for the core group: the resource in messages. */
  public String qualifiedResource() {
    return group.isEmpty() ? plural : plural + "." + group;
  }

  /**
   * {@code Deployment.apps}, or {@code Pod} for the core group: the kind in validation messages.
   */
  public String qualifiedKind() {
    return group.isEmpty() ? kind : kind + "." + group;
  }

  /** Whether the kind is served with this subresource. */
  public boolean has(Subresource subresource) {
    return subresources.contains(subresource);
  }

  @Override
  public String toString() {
    return qualifiedResource();
  }
}
