// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import io.roadstead.cluster.LoginTool;
import io.roadstead.cluster.Logins;
import java.util.List;
import java.util.Optional;

/** How to install the credential plugins of kubeconfigs, and how to use them non-interactively. */
final class InstallHints {
  private InstallHints() {}

  /** The hint for {@code command}, which may be a path. */
  static String hint(String command, List<String> args) {
    Optional<LoginTool> tool = Logins.tool(command, args);
    if (tool.isPresent()) {
      return tool.get().installHint();
    }
    return Logins.programName(command).equals("kubelogin")
        ? "Install the OpenID Connect plugin: https://github.com/int128/kubelogin."
        : "Install it, or use a kubeconfig with another way to authenticate.";
  }

  /** What to do about an interactive plugin; empty when there is no special hint. */
  static String withoutPeople(String command, List<String> args) {
    return Logins.tool(command, args)
        .map(LoginTool::unattendedHint)
        .filter(hint -> !hint.isEmpty())
        .map(hint -> " " + hint)
        .orElse("");
  }
}
