// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import java.util.List;
import java.util.Set;

/** Annotations by which tools and controllers keep their own records on an object. */
final class Bookkeeping {
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

  private Bookkeeping() {}

  /** Whether an annotation is none of them, so that it can be a setting. */
  static boolean isNone(String key) {
    return !KEYS.contains(key) && PREFIXES.stream().noneMatch(key::startsWith);
  }
}
