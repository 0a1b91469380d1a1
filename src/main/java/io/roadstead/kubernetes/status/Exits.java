// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.Pod.LastExit;
import io.roadstead.app.Reason;
import io.roadstead.app.StatusReason.Evidence;
import io.roadstead.kubernetes.model.EventRecord;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells why a container ends again and again by how it ended. */
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
        what(of.container().name(), reason, exit, killed),
        remedy(reason, exit, killed),
        exit == null || exit.finishTime() == null ? of.unreadySince() : exit.finishTime(),
        new Evidence(
            killed && liveness != null ? PodEvents.text(liveness) : of.stateText(),
            exit == null ? null : exit.exitCode(),
            exit == null ? null : exit.message()));
  }

  private static String what(
      String container, Reason reason, @Nullable LastExit exit, boolean killed) {
    String subject = "Container '%s' ".formatted(container);
    if (reason == Reason.OUT_OF_MEMORY) {
      return subject + "was killed because it used more memory than it may";
    }
    String code = exit == null ? "" : " (exit code " + exit.exitCode() + ")";
    if (reason == Reason.BAD_COMMAND) {
      return subject + "can't run its command" + code;
    }
    return killed
        ? subject + "is killed again and again because its liveness probe fails" + code
        : subject + "ends soon after each start" + code;
  }

  private static String remedy(Reason reason, @Nullable LastExit exit, boolean killed) {
    if (reason == Reason.OUT_OF_MEMORY) {
      return "Raise its memory limit, or make the app use less.";
    }
    if (reason == Reason.BAD_COMMAND) {
      return "Check command and args, and that the image has the program for the nodes' platform.";
    }
    if (killed) {
      return "Check the liveness probe, and how long the app needs to start.";
    }
    return exit != null && exit.exitCode() == 0
        ? "It ended without an error: an app has to keep running."
        : "Look at the last lines of its log.";
  }
}
