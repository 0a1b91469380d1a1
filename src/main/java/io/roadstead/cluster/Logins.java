// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the systems' command-line tools need to log in to a cluster. Only the kubeconfig is used:
 * without a login, the cluster cannot be asked for its system.
 */
public final class Logins {
  private static final List<LoginTool> TOOLS =
      Arrays.stream(ClusterSystem.values())
          .flatMap(system -> system.knowledge().loginTools().stream())
          .toList();

  private Logins() {}

  /** The credential plugin of a kubeconfig; {@code command} may be a path. */
  public static Optional<LoginTool> tool(String command, List<String> arguments) {
    String name = programName(command);
    return TOOLS.stream().filter(tool -> tool.is(name, arguments)).findFirst();
  }

  /** The name of a program without its extension; the program may be given as a path. */
  public static String programName(String command) {
    return command.replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.exe$", "");
  }

  /** How to log in again when an OpenID Connect login has expired. */
  public static Optional<String> remedy(String oidcClient, String clusterName) {
    return Arrays.stream(ClusterSystem.values())
        .map(system -> system.knowledge().loginRemedy(oidcClient, clusterName))
        .filter(Objects::nonNull)
        .findFirst();
  }
}
