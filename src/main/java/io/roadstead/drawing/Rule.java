// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A rule of the style sheet: the shapes that it applies to, and their look.
 *
 * @param selector an optional element name and classes, as in CSS
 * @param element the element's name, or empty
 * @param classes the classes that a shape must have
 * @param properties properties with their values; a color is the name of a {@link Shade}
 */
record Rule(String selector, String element, Set<String> classes, Map<String, String> properties) {
  Rule {
    classes = Set.copyOf(classes);
  }

  /** The rules of a text such as {@code .a,text.b{fill:ink;stroke:none}}, in order. */
  static List<Rule> parse(String text) {
    List<Rule> rules = new ArrayList<>();
    for (String block : text.replaceAll("\\s*\\R\\s*", "").split("}")) {
      String[] parts = block.split("\\{", 2);
      Map<String, String> properties = new LinkedHashMap<>();
      for (String property : parts[1].split(";")) {
        String[] pair = property.split(":", 2);
        properties.put(pair[0], pair[1]);
      }
      for (String selector : parts[0].split(",")) {
        String[] names = selector.split("\\.");
        Set<String> classes = new TreeSet<>(Arrays.asList(names).subList(1, names.length));
        rules.add(new Rule(selector, names[0], classes, properties));
      }
    }
    return rules;
  }

  boolean isFor(String name, Set<String> ofShape) {
    return (element.isEmpty() || element.equals(name)) && ofShape.containsAll(classes);
  }

  /** A property as an attribute of a shape. */
  static String light(String value) {
    Shade shade = Shade.of(value);
    return shade == null ? value : shade.light();
  }

  /** The rule in CSS with its colors on dark pages; empty when it has none. */
  String dark() {
    String colors =
        properties.entrySet().stream()
            .filter(property -> Shade.of(property.getValue()) != null)
            .map(property -> property.getKey() + ":" + dark(property.getValue()))
            .collect(Collectors.joining(";"));
    return colors.isEmpty() ? "" : selector + "{" + colors + "}\n";
  }

  private static String dark(String value) {
    Shade shade = Shade.of(value);
    return shade == null ? value : shade.dark();
  }
}
