// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.Pod.LastExit;
import io.roadstead.app.Reason;
import io.roadstead.app.StatusReason.Evidence;
import io.roadstead.kubernetes.model.EventRecord;
import io.roadstead.kubernetes.status.ReasonMessages.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells why a container keeps stopping by how it stopped. */
final class Exits {
  private static final Set<String> NEVER_RAN = Set.of("StartError", "ContainerCannotRun");

  /** What a shell exits with when it may not run, or does not find, the command. */
  private static final Set<Integer> SHELL_FAILED = Set.of(126, 127);

  private Exits() {}

  static Reason classify(@Nullable LastExit exit) {
    if (exit == null) {
      return Reason.CRASH_LOOP;
    }
    if ("OOMKilled".equals(exit.reason())) {
      return Reason.OUT_OF_MEMORY;
    }
    boolean neverRan = exit.reason() != null && NEVER_RAN.contains(exit.reason());
    return neverRan || SHELL_FAILED.contains(exit.exitCode())
        ? Reason.BAD_COMMAND
        : Reason.CRASH_LOOP;
  }

  static Finding finding(
      ContainerDiagnosis of, @Nullable LastExit exit, @Nullable EventRecord liveness) {
    Reason reason = classify(exit);
    boolean killed = reason == Reason.CRASH_LOOP && liveness != null;
    return of.finding(
        reason,
        words(of, reason, exit, killed),
        exit == null || exit.finishTime() == null ? of.unreadySince() : exit.finishTime(),
        new Evidence(
            killed && liveness != null ? PodEvents.text(liveness) : of.stateText(),
            exit == null ? null : exit.exitCode(),
            exit == null ? null : exit.message()));
  }

  private static Words words(
      ContainerDiagnosis of, Reason reason, @Nullable LastExit exit, boolean killed) {
    String container = of.container().name();
    if (reason == Reason.OUT_OF_MEMORY) {
      return ReasonMessages.outOfMemory(container);
    }
    if (reason == Reason.BAD_COMMAND) {
      return ReasonMessages.badCommand(container, exit);
    }
    return killed
        ? ReasonMessages.killedByProbe(container, of.run())
        : ReasonMessages.crashLoop(container, exit, of.run());
  }
}
