// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import java.util.List;

/**
 * A group of the API that is served beside the usual ones.
 *
 * @param groupVersion such as {@code metrics.k8s.io/v1beta1}; one version for each group
 * @param kinds what can be created and read in it; without any, it is only listed
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

  /** A group that is listed and has nothing in it. */
  public static ApiGroup listed(String groupVersion) {
    return new ApiGroup(groupVersion, List.of());
  }

  /** The Gateway API, as far as its GatewayClasses. */
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
