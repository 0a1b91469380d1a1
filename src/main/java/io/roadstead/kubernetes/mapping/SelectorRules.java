// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import static io.roadstead.kubernetes.mapping.Rules.field;
import static io.roadstead.kubernetes.mapping.Rules.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The settings of selectors of labels. */
final class SelectorRules {
  /** A requirement on a label, or on a field of a node. */
  static final Rules REQUIREMENT =
      Rules.of(
          field("key", "key"),
          field(
              "operator",
              "operator",
              Codecs.words("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt")),
          field("values", "values"));

  /** Those of a selector, relative to it. */
  static final Rules ALL = in("");

  private SelectorRules() {}

  /** Those of a selector that the contract has no message for; {@code path} ends with a dot. */
  static Rules in(String path) {
    return Rules.of(
        field("matchLabels", path + "matchLabels"),
        list("labels", path + "matchExpressions", REQUIREMENT));
  }

  /** The same for pods: an empty selector selects all of them, no selector selects none. */
  static Rules ofPods() {
    return in(AllPods.SELECTOR + ".").and(new AllPods());
  }

  /** A selector without requirements. */
  private record AllPods() implements Rule {
    private static final String NAME = "allPods";
    private static final String SELECTOR = "labelSelector";

    @Override
    public void toKubernetes(JsonNode settings, ObjectNode object) {
      if (settings.path(NAME).asBoolean()) {
        object.withObject("/" + SELECTOR);
      }
    }

    @Override
    public void fromKubernetes(JsonNode object, ObjectNode settings) {
      JsonNode selector = object.path(SELECTOR);
      if (selector.isObject() && ServerDefaults.without(selector).isEmpty()) {
        settings.put(NAME, true);
      }
    }
  }
}
