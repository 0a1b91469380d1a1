// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.AppState;
import io.roadstead.app.Reason;
import io.roadstead.app.StatusReason;
import io.roadstead.app.StatusReason.Evidence;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.ReplicaSetRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns findings into reasons: one reason for all pods with the same problem, worst first. */
final class ReasonsReader {
  /** The deadline is a consequence, so it comes after the errors that lead to it. */
  private static final Comparator<StatusReason> WORST_FIRST =
      Comparator.<StatusReason, Reason.Severity>comparing(found -> found.reason().severity())
          .reversed()
          .thenComparing(found -> found.reason() == Reason.PROGRESS_DEADLINE_EXCEEDED)
          .thenComparing(found -> !found.reason().terminal())
          .thenComparing(Comparator.comparingInt(StatusReason::affectedPods).reversed())
          .thenComparing(StatusReason::reason);

  private ReasonsReader() {}

  static List<StatusReason> read(
      AppState state, ObservedApp app, Versions versions, Diagnosis diagnosis) {
    if (state == AppState.READY || state == AppState.STOPPED) {
      return List.of();
    }
    List<StatusReason> reasons = new ArrayList<>();
    merged(diagnosis.findings()).forEach(same -> reasons.add(reason(same, app, versions)));
    if (reasons.isEmpty()) {
      reasons.add(notYetActedOn(app));
    }
    reasons.sort(WORST_FIRST);
    return reasons;
  }

  private static Collection<List<Finding>> merged(List<Finding> findings) {
    Map<String, List<Finding>> byKey = new LinkedHashMap<>();
    for (Finding finding : findings) {
      String key = finding.reason() + "/" + finding.subject();
      byKey.computeIfAbsent(key, unused -> new ArrayList<>()).add(finding);
    }
    return byKey.values();
  }

  private static StatusReason reason(List<Finding> same, ObservedApp app, Versions versions) {
    Finding first = same.get(0);
    int pods = same.stream().mapToInt(Finding::pods).sum();
    return new StatusReason(
        first.reason(),
        message(first, pods, app, versions),
        first.object(),
        pods,
        earliest(same),
        first.evidence());
  }

  private static String message(Finding first, int pods, ObservedApp app, Versions versions) {
    var message = new StringBuilder(first.words().what());
    if (pods > 0) {
      int of = Math.max(pods, app.deployment().desiredReplicas());
      message.append(" (").append(pods).append(" of ").append(Sentences.count(of, "pod"));
      message.append(')');
    }
    message.append('.');
    if (!first.words().remedy().isEmpty()) {
      message.append(' ').append(first.words().remedy());
    }
    if (first.reason().severity() == Reason.Severity.ERROR) {
      stillServing(versions).ifPresent(former -> message.append(' ').append(serving(former)));
    }
    return message.toString();
  }

  private static Optional<ReplicaSetRecord> stillServing(Versions versions) {
    return versions.former().stream().filter(set -> set.readyReplicas() > 0).findFirst();
  }

  private static String serving(ReplicaSetRecord former) {
    return ReasonMessages.serving(former.revision(), former.readyReplicas());
  }

  private static @Nullable Instant earliest(List<Finding> same) {
    return same.stream()
        .map(Finding::since)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static StatusReason notYetActedOn(ObservedApp app) {
    return new StatusReason(
        Reason.STARTING,
        ReasonMessages.notYetActedOn(),
        "Deployment/" + app.deployment().meta().name(),
        0,
        null,
        Evidence.NONE);
  }
}
