// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Security settings of pods and containers. */
final class SecurityPart {
  private SecurityPart() {}

  static ObjectNode ofPod(JsonNode pod) {
    JsonNode context = pod.path("securityContext");
    Tree security =
        Tree.of(context)
            .keep("runAsUser", "runAsGroup", "runAsNonRoot", "fsGroup", "supplementalGroups")
            .constant("fsGroupChangePolicy", "fsGroupChangePolicy")
            .constant("supplementalGroupsPolicy", "supplementalGroupsPolicy")
            .map("sysctls", "sysctls", SecurityPart::sysctls)
            .add(SecurityPart::profiles);
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
            .add(SecurityPart::profiles);
    Tree capabilities =
        Tree.of(context.path("capabilities"))
            .copy("add", "addCapabilities")
            .copy("drop", "dropCapabilities");
    security.done().setAll(capabilities.done());
    return security.done();
  }

  private static void profiles(JsonNode context, Tree security) {
    for (String kind : List.of("seccomp", "appArmor")) {
      String name = kind + "Profile";
      Tree part = Tree.of(context.path(name)).constant("type", kind).copy("localhostProfile", name);
      security.done().setAll(part.done());
    }
  }

  private static JsonNode sysctls(JsonNode list) {
    return list;
  }
}
