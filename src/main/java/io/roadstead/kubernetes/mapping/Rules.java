// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one message of the contract, in the order in which they are applied.
 *
 * @param rules the rules
 */
record Rules(List<Rule> rules) {
  static Rules of(Rule... rules) {
    return new Rules(List.of(rules));
  }

  Rules and(Rule... more) {
    List<Rule> all = new ArrayList<>(rules);
    all.addAll(Arrays.asList(more));
    return new Rules(List.copyOf(all));
  }

  ObjectNode toKubernetes(JsonNode settings) {
    return toKubernetes(settings, JsonNodeFactory.instance.objectNode());
  }

  ObjectNode toKubernetes(JsonNode settings, ObjectNode object) {
    rules.forEach(rule -> rule.toKubernetes(settings, object));
    return object;
  }

  ObjectNode fromKubernetes(JsonNode object) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    rules.forEach(rule -> rule.fromKubernetes(object, settings));
    return settings;
  }

  /** The path of the setting that a field expresses; null when it is another field. */
  @Nullable String setting(String path) {
    return rules.stream()
        .map(rule -> rule.setting(path))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String inner(String rest) {
    if (rest.isEmpty()) {
      return "";
    }
    String setting = setting(rest.substring(1));
    return setting == null ? null : "." + setting;
  }

  /** Whether the contract can express everything in an object. */
  private boolean express(JsonNode object) {
    return ServerDefaults.without(toKubernetes(fromKubernetes(object)))
        .equals(ServerDefaults.without(object));
  }

  /** A field with the same kind of value on both sides; {@code path} is separated by dots. */
  static Rule field(String name, String path) {
    return field(name, path, Codecs.SAME);
  }

  static Rule field(String name, String path, Codec codec) {
    return new Field(name, List.of(path.split("\\.")), codec, null);
  }

  static Rule field(String name, String path, Codec codec, @Nullable String defaultValue) {
    return new Field(
        name,
        List.of(path.split("\\.")),
        codec,
        defaultValue == null ? null : TextNode.valueOf(defaultValue));
  }

  static Rule field(String name, String path, int defaultValue) {
    return new Field(name, List.of(path.split("\\.")), Codecs.SAME, IntNode.valueOf(defaultValue));
  }

  static Rule field(String name, String path, boolean defaultValue) {
    return new Field(
        name, List.of(path.split("\\.")), Codecs.SAME, BooleanNode.valueOf(defaultValue));
  }

  /** A group of optional settings: not set when none of them is. */
  static Rule group(String name, String path, Rules rules) {
    return path.isEmpty()
        ? new Flat(name, rules)
        : field(name, path, new Group(rules, false, false));
  }

  /** One of several alternatives that the contract can't express without one of its settings. */
  static Rule alternative(String name, String path, Rules rules, String needed) {
    return field(name, path, new Needing(new Group(rules, true, false), needed));
  }

  /** One of several alternatives: set even if it has no settings of its own. */
  static Rule alternative(String name, String path, Rules rules) {
    return field(name, path, new Group(rules, true, false));
  }

  /** A group that is expressed as a whole, or not at all. */
  static Rule unit(String name, String path, Rules rules) {
    return field(name, path, new Group(rules, true, true));
  }

  /** A list that Kubernetes replaces as a whole: expressed only if each element can be. */
  static Rule list(String name, String path, Rules rules) {
    return field(name, path, new Elements(rules, Elements.Form.ATOMIC));
  }

  /** A list with keys; elements that can't be expressed as a whole are left out. */
  static Rule units(String name, String path, Rules rules) {
    return field(name, path, new Elements(rules, Elements.Form.UNITS));
  }

  /** A list with keys; elements may have other fields, which stay as they are. */
  static Rule open(String name, String path, Rules rules) {
    return field(name, path, new Elements(rules, Elements.Form.OPEN));
  }

  /** A group of the contract whose settings are fields of the surrounding object. */
  private record Flat(String name, Rules rules) implements Rule {
    @Override
    public void toKubernetes(JsonNode settings, ObjectNode object) {
      if (settings.has(name)) {
        rules.toKubernetes(settings.get(name), object);
      }
    }

    @Override
    public void fromKubernetes(JsonNode object, ObjectNode settings) {
      ObjectNode found = rules.fromKubernetes(object);
      if (!found.isEmpty()) {
        settings.set(name, found);
      }
    }

    @Override
    public @Nullable String setting(String path) {
      String setting = rules.setting(path);
      return setting == null ? null : name + "." + setting;
    }
  }

  private record Group(Rules rules, boolean always, boolean whole) implements Codec {
    @Override
    public @Nullable JsonNode toKubernetes(JsonNode value) {
      ObjectNode object = rules.toKubernetes(value);
      return object.isEmpty() && !always ? null : object;
    }

    @Override
    public @Nullable JsonNode fromKubernetes(JsonNode value) {
      if (!value.isObject() || (whole && !rules.express(value))) {
        return null;
      }
      ObjectNode settings = rules.fromKubernetes(value);
      return settings.isEmpty() && !always ? null : settings;
    }

    @Override
    public @Nullable String setting(String rest) {
      return rules.inner(rest);
    }
  }

  private record Needing(Codec group, String needed) implements Codec {
    @Override
    public @Nullable JsonNode toKubernetes(JsonNode value) {
      return group.toKubernetes(value);
    }

    @Override
    public @Nullable JsonNode fromKubernetes(JsonNode value) {
      JsonNode settings = group.fromKubernetes(value);
      return settings == null || !settings.has(needed) ? null : settings;
    }

    @Override
    public @Nullable String setting(String rest) {
      return group.setting(rest);
    }
  }

  private record Elements(Rules rules, Form form) implements Codec {
    enum Form {
      ATOMIC,
      UNITS,
      OPEN
    }

    @Override
    public JsonNode toKubernetes(JsonNode value) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      value.forEach(element -> list.add(rules.toKubernetes(element)));
      return list;
    }

    @Override
    public @Nullable JsonNode fromKubernetes(JsonNode value) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (JsonNode element : value) {
        if (form == Form.OPEN || rules.express(element)) {
          list.add(rules.fromKubernetes(element));
        } else if (form == Form.ATOMIC) {
          return null;
        }
      }
      return list.isEmpty() ? null : list;
    }

    @Override
    public String setting(String rest) {
      int end = rest.indexOf(']') + 1;
      String inner = rules.inner(rest.substring(end));
      return rest.substring(0, end) + (inner == null ? "" : inner);
    }
  }
}
