// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential plugin that a system's command-line tool writes into kubeconfigs.
 *
 * @param command its name, without folder and extension
 * @param argument an argument that tells it from another program of the same name; null when the
 *     name is enough
 * @param installHint how to install it, in a sentence
 * @param unattendedHint how to log in without a person, in a sentence; empty when there is nothing
 *     special to say
 */
public record LoginTool(
    String command, @Nullable String argument, String installHint, String unattendedHint) {

  /** A plugin that its name identifies. */
  public static LoginTool of(String command, String installHint) {
    return new LoginTool(command, null, installHint, "");
  }

  boolean is(String name, List<String> arguments) {
    return command.equals(name) && (argument == null || arguments.contains(argument));
  }
}
