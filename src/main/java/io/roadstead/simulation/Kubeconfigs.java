// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation;

import io.roadstead.simulation.system.KubeconfigNames;

/** Writes a kubeconfig with the names of a system and no credentials. */
final class Kubeconfigs {
  private Kubeconfigs() {}

  /** Names are quoted because some of them contain colons. */
  static String yaml(KubeconfigNames names, String server) {
    return """
        apiVersion: v1
        kind: Config
        clusters:
        - name: "%2$s"
          cluster:
            server: %4$s
        users:
        - name: "%3$s"
          user: {}
        contexts:
        - name: "%1$s"
          context:
            cluster: "%2$s"
            user: "%3$s"
            namespace: default
        current-context: "%1$s"
        """
        .formatted(names.context(), names.cluster(), names.user(), server);
  }
}
