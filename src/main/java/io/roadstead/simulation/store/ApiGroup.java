// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import java.util.List;

/**
 * An API group that is served in addition to the usual ones.
 *
 * @param groupVersion such as {@code metrics.k8s.io/v1beta1}; one version per group
 * @param kinds the kinds that can be created and read in it; without any, the group is only listed
 */
public record ApiGroup(String groupVersion, List<ResourceKind> kinds) {

  public ApiGroup {
    kinds = List.copyOf(kinds);
    if (groupVersion.indexOf('/') < 1 || groupVersion.endsWith("/")) {
      throw new IllegalArgumentException("not group/version: " + groupVersion);
    }
    for (ResourceKind kind : kinds) {
      if (!kind.apiVersion().equals(groupVersion)) {
        throw new IllegalArgumentException(kind + " is not of " + groupVersion);
      }
    }
  }

  /** A group that is listed but has no kinds. */
  public static ApiGroup listed(String groupVersion) {
    return new ApiGroup(groupVersion, List.of());
  }

  /** The Gateway API, limited to GatewayClasses. */
  public static ApiGroup gateway() {
    ResourceKind gatewayClass =
        ResourceKind.clusterScoped(
            "gateway.networking.k8s.io", "v1", "GatewayClass", "gatewayclasses");
    return new ApiGroup("gateway.networking.k8s.io/v1", List.of(gatewayClass));
  }

  /** The group without its version. */
  public String group() {
    return groupVersion.substring(0, groupVersion.indexOf('/'));
  }
}
