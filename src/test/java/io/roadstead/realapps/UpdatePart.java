// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How revisions replace each other. */
final class UpdatePart {
  private UpdatePart() {}

  static ObjectNode update(JsonNode deployment) {
    Tree update =
        Tree.of(deployment)
            .keep("minReadySeconds")
            .copy("progressDeadlineSeconds", "deadlineSeconds")
            .copy("revisionHistoryLimit", "revisionsKept");
    JsonNode strategy = deployment.path("strategy");
    if (strategy.path("type").asText().equals("Recreate")) {
      update.with("recreate", BooleanNode.TRUE);
    }
    Tree rolling =
        Tree.of(strategy.path("rollingUpdate"))
            .text("maxSurge", "maxSurge")
            .text("maxUnavailable", "maxUnavailable");
    update.done().setAll(rolling.done());
    return update.done();
  }
}
