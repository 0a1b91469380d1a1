// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Makes the restart policy of a container fit to its rules. */
final class Restarts {
  private Restarts() {}

  static void settle(ObjectNode container, Dice dice, boolean init) {
    if (container.has("restartPolicyRules")) {
      container.put("restartPolicy", dice.oneOf("Never", "OnFailure"));
    } else if (!init && container.has("restartPolicy")) {
      container.put("restartPolicy", dice.oneOf("Always", "Never", "OnFailure"));
    }
    boolean sidecar = Tree.is(container, "restartPolicy", "Always");
    if (init && !sidecar) {
      Tree.list(container, "resizePolicy").forEach(p -> p.put("restartPolicy", "NotRequired"));
      container.remove(List.of("lifecycle", "livenessProbe", "readinessProbe", "startupProbe"));
    }
  }
}
