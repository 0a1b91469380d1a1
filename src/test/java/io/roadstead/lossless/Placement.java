// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Makes tolerations, affinity and spread of a pod valid. */
final class Placement {
  private Placement() {}

  static void settle(ObjectNode pod, Dice dice) {
    Tree.list(pod, "tolerations").forEach(t -> toleration(t, dice));
    Tree.list(pod, "topologySpreadConstraints").forEach(Placement::spread);
    Distinct.by(pod, "topologySpreadConstraints", "topologyKey", "whenUnsatisfiable");
    Selectors.settle(pod, dice);
    Tree.each(pod, "matchLabelKeys", Placement::labelKeys);
    Tree.each(pod, "mismatchLabelKeys", Placement::labelKeys);
    Tree.each(pod, "matchFields", term -> fields(term, dice));
  }

  private static void toleration(ObjectNode toleration, Dice dice) {
    if (List.of("Gt", "Lt").contains(toleration.path("operator").asText())) {
      toleration.put("operator", "Equal");
    }
    if (!toleration.has("key")) {
      toleration.put("operator", "Exists");
    }
    if (Tree.is(toleration, "operator", "Exists")) {
      toleration.remove("value");
    }
    if (toleration.has("tolerationSeconds")) {
      toleration.put("effect", "NoExecute");
    }
  }

  private static void spread(ObjectNode spread) {
    if (spread.has("minDomains")) {
      spread.put("whenUnsatisfiable", "DoNotSchedule");
    }
  }

  private static void labelKeys(ObjectNode term) {
    Distinct.by(term, "matchLabelKeys");
    Distinct.by(term, "mismatchLabelKeys");
  }

  private static void fields(ObjectNode term, Dice dice) {
    ArrayNode fields = term.putArray("matchFields");
    fields
        .addObject()
        .put("key", "metadata.name")
        .put("operator", dice.oneOf("In", "NotIn"))
        .putArray("values")
        .add("node-1");
  }
}
