// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Security settings of pods and containers. */
final class SecurityPart {
  private SecurityPart() {}

  static ObjectNode ofPod(JsonNode pod) {
    JsonNode context = pod.path("securityContext");
    Tree security =
        Tree.of(context)
            .keep("runAsUser", "runAsGroup", "runAsNonRoot", "fsGroup", "supplementalGroups")
            .constant("fsGroupChangePolicy", "fsGroupChangePolicy")
            .map("sysctls", "sysctls", SecurityPart::sysctls)
            .add(SecurityPart::seccomp);
    if (pod.has("automountServiceAccountToken")) {
      security.with("accountToken", pod.path("automountServiceAccountToken"));
    }
    return security.done();
  }

  static ObjectNode ofContainer(JsonNode context) {
    Tree security =
        Tree.of(context)
            .keep("runAsUser", "runAsGroup", "runAsNonRoot")
            .copy("readOnlyRootFilesystem", "readOnlyRoot")
            .copy("allowPrivilegeEscalation", "privilegeEscalation")
            .add(SecurityPart::seccomp);
    Tree capabilities =
        Tree.of(context.path("capabilities"))
            .copy("add", "addCapabilities")
            .copy("drop", "dropCapabilities");
    security.done().setAll(capabilities.done());
    return security.done();
  }

  private static void seccomp(JsonNode context, Tree security) {
    JsonNode profile = context.path("seccompProfile");
    if (profile.has("type")) {
      Tree part =
          Tree.of(profile).constant("type", "seccomp").copy("localhostProfile", "seccompProfile");
      security.done().setAll(part.done());
    }
  }

  private static JsonNode sysctls(JsonNode list) {
    return list;
  }
}
