// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import java.util.List;
import java.util.Set;

/** Annotations by which tools and controllers keep their own records on an object. */
public final class Bookkeeping {
  private static final List<String> PREFIXES =
      List.of(
          AppKeys.PREFIX,
          "meta.helm.sh/",
          "helm.sh/",
          "argocd.argoproj.io/",
          "kubectl.kubernetes.io/",
          "deployment.kubernetes.io/",
          "kustomize.toolkit.fluxcd.io/",
          "helm.toolkit.fluxcd.io/",
          "field.cattle.io/");
  private static final Set<String> KEYS =
      Set.of(
          "cloud.google.com/neg-status",
          "metallb.io/ip-allocated-from-pool",
          "metallb.universe.tf/ip-allocated-from-pool",
          "control-plane.alpha.kubernetes.io/leader");

  /** What the cluster records on a claim. */
  private static final List<String> OF_VOLUMES =
      List.of("pv.kubernetes.io/", "volume.kubernetes.io/", "volume.beta.kubernetes.io/");

  private Bookkeeping() {}

  /** Whether the cluster itself, or a client on its behalf, keeps a record in the annotation. */
  public static boolean isOfCluster(String key) {
    return KEYS.contains(key)
        || key.startsWith("deployment.kubernetes.io/")
        || OF_VOLUMES.stream().anyMatch(key::startsWith)
        || key.equals("kubectl.kubernetes.io/last-applied-configuration");
  }

  /** Whether an annotation is none of them, so that it can be a setting. */
  static boolean isNone(String key) {
    return !KEYS.contains(key) && PREFIXES.stream().noneMatch(key::startsWith);
  }
}
