// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.roadstead.app.Warning;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Controllers that keep objects as a repository says, and undo every other change. */
final class GitOps {
  private static final Map<String, String> MARKS =
      Map.of(
          "argocd.argoproj.io/tracking-id", "Argo CD",
          "argocd.argoproj.io/instance", "Argo CD",
          "kustomize.toolkit.fluxcd.io/name", "Flux",
          "helm.toolkit.fluxcd.io/name", "Flux");

  private GitOps() {}

  /** Warns when one of them keeps the object. */
  static void warn(Plan plan, @Nullable HasMetadata object) {
    if (object == null) {
      return;
    }
    var meta = object.getMetadata();
    MARKS.entrySet().stream()
        .filter(
            mark ->
                Objects.requireNonNullElse(meta.getAnnotations(), Map.of())
                        .containsKey(mark.getKey())
                    || Objects.requireNonNullElse(meta.getLabels(), Map.of())
                        .containsKey(mark.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst()
        .ifPresent(
            controller ->
                plan.warn(
                    new Warning(
                        Warning.Code.KEPT_BY_GITOPS,
                        WriteMessages.keptByGitOps(controller),
                        null)));
  }
}
