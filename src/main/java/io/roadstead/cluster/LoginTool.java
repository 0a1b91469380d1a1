// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential plugin that a system's command-line tool writes into kubeconfigs.
 *
 * @param command its name, without directory and extension
 * @param argument an argument that distinguishes it from another program of the same name; null
 *     when the name is sufficient
 * @param installHint how to install it, as a sentence
 * @param unattendedHint how to log in non-interactively, as a sentence; empty when there is no
 *     special way
 */
public record LoginTool(
    String command, @Nullable String argument, String installHint, String unattendedHint) {

  /** A plugin that is identified by its name. */
  public static LoginTool of(String command, String installHint) {
    return new LoginTool(command, null, installHint, "");
  }

  boolean is(String name, List<String> arguments) {
    return command.equals(name) && (argument == null || arguments.contains(argument));
  }
}
