// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.Pod.LastExit;
import io.roadstead.app.Reason;
import io.roadstead.app.StatusReason.Evidence;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells why a container can't be started by the node's words; there is no code for it. */
final class StartFailure {
  private static final Pattern MISSING_CONFIG =
      Pattern.compile(
          "(?i)(secret|configmap)\\b.*not found|couldn't find key|references non-existent"
              + " (secret|config) key");

  private static final List<String> BAD_COMMANDS =
      List.of(
          "executable file not found",
          "no such file or directory",
          "exec format error",
          "permission denied",
          "no command specified",
          "is a directory");

  private StartFailure() {}

  static boolean isMissingConfig(String words) {
    return MISSING_CONFIG.matcher(words).find();
  }

  static Finding config(ContainerDiagnosis of) {
    String name = of.container().name();
    String words = of.container().message();
    if (isMissingConfig(words)) {
      return missingConfig(of, name, words);
    }
    return of.finding(
        Reason.CONTAINER_FAILED,
        ReasonMessages.notCreated(name, words),
        of.unreadySince(),
        evidence(of));
  }

  static Finding start(ContainerDiagnosis of) {
    String name = of.container().name();
    String words = of.container().message();
    if (BAD_COMMANDS.stream().anyMatch(words::contains)) {
      return of.finding(
          Reason.BAD_COMMAND,
          ReasonMessages.badCommand(name, null),
          of.unreadySince(),
          evidence(of));
    }
    return of.finding(
        Reason.CONTAINER_FAILED,
        ReasonMessages.notStarted(name, words),
        of.unreadySince(),
        evidence(of));
  }

  private static Finding missingConfig(ContainerDiagnosis of, String name, String words) {
    return of.finding(
        Reason.CONFIG_MISSING,
        ReasonMessages.missingConfig("Container '" + name + "'", words),
        of.unreadySince(),
        evidence(of));
  }

  private static Evidence evidence(ContainerDiagnosis of) {
    @Nullable LastExit exit = of.exit();
    return new Evidence(
        of.stateText(),
        exit == null ? null : exit.exitCode(),
        exit == null ? null : exit.message());
  }
}
