// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import java.util.List;
import java.util.regex.Pattern;

/** Determines why a container can't be started from the node's message; there is no code for it. */
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

  static boolean isBadCommand(String words) {
    return BAD_COMMANDS.stream().anyMatch(words::contains);
  }
}
