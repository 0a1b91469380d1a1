// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.Pod.LastExit;
import io.roadstead.app.Reason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Determines why a container keeps stopping from how it stopped. */
final class Exits {
  private static final Set<String> NEVER_RAN = Set.of("StartError", "ContainerCannotRun");

  /** The exit codes of a shell that may not run, or does not find, the command. */
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
}
