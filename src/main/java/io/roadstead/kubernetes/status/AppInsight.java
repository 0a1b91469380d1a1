// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.Health;
import io.roadstead.app.Reason;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.model.ReplicaSetRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status of the individual pods and versions of an app, for views. */
public final class AppInsight {
  private final Versions versions;
  private final PodDiagnosis diagnosis;

  private AppInsight(Versions versions, PodDiagnosis diagnosis) {
    this.versions = versions;
    this.diagnosis = diagnosis;
  }

  /** The insight at a given time. */
  public static AppInsight of(ObservedApp app, Instant now) {
    return new AppInsight(Versions.of(app), new PodDiagnosis(app, now));
  }

  /**
   * The status of a pod.
   *
   * @param health its health
   * @param reason why it is not as desired, or null
   * @param message the reason as text, or null
   */
  public record Verdict(Health health, @Nullable Reason reason, @Nullable String message) {
    private static final Verdict OK = new Verdict(Health.OK, null, null);
  }

  /** Whether a pod belongs to the version that is rolled out. */
  public boolean isLatest(PodRecord pod) {
    return versions.isLatest(pod);
  }

  /** Whether it is the version that is rolled out. */
  public boolean isLatest(ReplicaSetRecord set) {
    return set.equals(versions.latest());
  }

  /** Whether a pod is neither ending nor being deleted. */
  public static boolean stays(PodRecord pod) {
    return !Versions.isOnItsWayOut(pod);
  }

  /** The health of a pod. */
  public Verdict verdict(PodRecord pod) {
    if (!stays(pod)) {
      return new Verdict(Health.IDLE, Reason.STOPPING, "The pod is shutting down.");
    }
    List<Finding> findings = diagnosis.find(pod);
    return findings.stream()
        .max(Comparator.comparing(finding -> finding.reason().severity()))
        .map(AppInsight::verdict)
        .orElse(Verdict.OK);
  }

  private static Verdict verdict(Finding finding) {
    String message = finding.words().sentences();
    return new Verdict(health(finding), finding.reason(), message);
  }

  private static Health health(Finding finding) {
    return switch (finding.reason().severity()) {
      case INFO -> Health.WAITING;
      case WARNING -> finding.settled() ? Health.WARNING : Health.WAITING;
      case ERROR -> finding.settled() ? Health.ERROR : Health.WARNING;
    };
  }
}
