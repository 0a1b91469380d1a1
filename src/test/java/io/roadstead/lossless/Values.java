// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Values of fields: by the rules of the field where it has some, by its type otherwise. */
final class Values {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<String, Function<Dice, JsonNode>> RULES = rules();

  private Values() {}

  static JsonNode of(String type, Schema.Field field, Dice dice) {
    Function<Dice, JsonNode> rule = RULES.get(type + "." + field.name());
    if (rule != null) {
      return rule.apply(dice);
    }
    if (field.isEnum()) {
      return JSON.textNode(dice.oneOf(field.values()));
    }
    return switch (field.type()) {
      case "boolean" -> JSON.booleanNode(dice.chance(0.6));
      case "integer" -> JSON.numberNode(dice.between(1, 90));
      case "int-or-string" -> JSON.numberNode(dice.between(1, 60000));
      case "quantity" -> JSON.textNode(dice.oneOf("1", "500m", "2k", "1Gi", "64Mi"));
      case "string" -> JSON.textNode(dice.name(prefix(field.name())));
      default -> throw new IllegalStateException(type + "." + field);
    };
  }

  /** A key of a label, a selector or options. */
  static String key(Dice dice) {
    return dice.oneOf(dice.name("key"), "example.org/" + dice.name("key"));
  }

  private static String prefix(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.substring(0, Math.min(8, lower.length()));
  }

  private static Map<String, Function<Dice, JsonNode>> rules() {
    Map<String, Function<Dice, JsonNode>> rules = new HashMap<>();
    PodRules.TEXTS.forEach((field, text) -> rules.put(field, d -> JSON.textNode(text.apply(d))));
    PodRules.NUMBERS.forEach((field, n) -> rules.put(field, d -> JSON.numberNode(n.apply(d))));
    VolumeRules.TEXTS.forEach((field, text) -> rules.put(field, d -> JSON.textNode(text.apply(d))));
    VolumeRules.NUMBERS.forEach((field, n) -> rules.put(field, d -> JSON.numberNode(n.apply(d))));
    OtherRules.TEXTS.forEach((field, text) -> rules.put(field, d -> JSON.textNode(text.apply(d))));
    OtherRules.NUMBERS.forEach((field, n) -> rules.put(field, d -> JSON.numberNode(n.apply(d))));
    rules.put("ContainerRestartRuleOnExitCodes.values", d -> JSON.numberNode(d.between(0, 255)));
    return rules;
  }
}
