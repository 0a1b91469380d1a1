// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Makes the seccomp and AppArmor profiles of a security context valid. */
final class Profiles {
  private Profiles() {}

  static void settle(ObjectNode security) {
    for (String name : List.of("seccompProfile", "appArmorProfile")) {
      Tree.with(
          security,
          name,
          profile -> {
            if (profile.has("localhostProfile")) {
              profile.put("type", "Localhost");
            } else if (Tree.is(profile, "type", "Localhost")) {
              profile.put("localhostProfile", "profiles/app.json");
            }
          });
    }
  }
}
