// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import io.roadstead.kubernetes.mapping.Mapping;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The group of each value of the schema, as the text of {@code docs/fields.md}.
 *
 * @param seen what generated objects show
 * @param refused the names that requests are refused for
 */
record FieldsTable(SaidFields seen, Set<String> refused) {
  /**
   * One table.
   *
   * @param title its heading
   * @param type the type of the schema that has the fields
   * @param places where the objects have that type
   * @param elsewhere the fields whose types have tables of their own
   */
  private record Table(String title, String type, List<String> places, List<String> elsewhere) {}

  private static final String POD = "template.spec.";
  private static final List<Table> TABLES =
      List.of(
          new Table("DeploymentSpec", "DeploymentSpec", List.of(""), List.of("template.spec")),
          new Table(
              "PodSpec",
              "PodSpec",
              List.of(POD),
              List.of("containers[]", "initContainers[]", "ephemeralContainers[]")),
          new Table(
              "Container",
              "Container",
              List.of(POD + "containers[].", POD + "initContainers[]."),
              List.of()),
          new Table("ServiceSpec", "ServiceSpec", List.of(""), List.of()),
          new Table(
              "HorizontalPodAutoscalerSpec",
              "HorizontalPodAutoscalerSpec",
              List.of(""),
              List.of()));

  /** Scaling an app sets it, not its spec. */
  private static final Set<String> SAID_BY_SCALE = Set.of("DeploymentSpec.replicas");

  private static final Set<String> OWN =
      Set.of(
          "DeploymentSpec.selector",
          "PodSpec.serviceAccount",
          "ServiceSpec.selector",
          "ServiceSpec.clusterIPs",
          "ServiceSpec.ipFamilies",
          "ServiceSpec.healthCheckNodePort",
          "HorizontalPodAutoscalerSpec.scaleTargetRef");

  /** A Deployment restarts its containers always. */
  private static final Set<String> WITHOUT_CHOICE = Set.of("PodSpec.restartPolicy");

  /** The tables, after their counts. */
  String text() {
    var counts = new StringBuilder("| type | " + heads() + " |\n|---|" + "--:|".repeat(5) + "\n");
    var tables = new StringBuilder();
    for (Table table : TABLES) {
      Map<String, FieldGroup> groups = groups(table);
      counts.append("| [%s](#%s) | ".formatted(table.title(), anchor(table)));
      counts.append(counted(groups)).append(" |\n");
      tables
          .append("\n## ")
          .append(table.title())
          .append("\n| field | group | in the contract |\n|---|---|---|\n");
      rows(table, groups)
          .forEach(
              (path, group) ->
                  tables.append(
                      "| `%s` | %s | %s |\n".formatted(path, group, setting(table, path, group))));
    }
    return counts.append(tables).toString();
  }

  /** The setting that a field is, if it is one of those in the tables of the mapping. */
  private static String setting(Table table, String path, FieldGroup group) {
    String field = path.replace("{}", "");
    String setting =
        group != FieldGroup.SAID
            ? null
            : switch (table.type()) {
              case "DeploymentSpec" -> Mapping.DEPLOYMENT.setting(field);
              case "PodSpec" -> Mapping.DEPLOYMENT.setting(POD + field);
              case "Container" -> Mapping.CONTAINER.setting(field);
              case "ServiceSpec" -> Mapping.SERVICE.setting(field);
              default -> Mapping.AUTOSCALER.setting(field);
            };
    // For a part of an element that is not a setting of its own, the mapping names the element.
    boolean whole = setting != null && setting.endsWith("[]") && !field.endsWith("[]");
    return setting == null || whole ? "" : "`" + setting + "`";
  }

  /** The values that are neither expressed nor listed as not shown in any object. */
  List<String> silent() {
    List<String> silent = new ArrayList<>();
    for (Table table : TABLES) {
      groups(table)
          .forEach(
              (path, group) -> {
                boolean kept = group == FieldGroup.KEPT || group == FieldGroup.REFUSED;
                if (kept && table.places().stream().noneMatch(at -> seen.isListed(at + path))) {
                  silent.add(table.type() + "." + path);
                }
              });
    }
    return silent;
  }

  private static String anchor(Table table) {
    return table.title().toLowerCase(Locale.ROOT);
  }

  private static String heads() {
    return Stream.of(FieldGroup.values())
        .map(FieldGroup::toString)
        .collect(Collectors.joining(" | "));
  }

  private static String counted(Map<String, FieldGroup> groups) {
    Map<FieldGroup, Integer> counts = new EnumMap<>(FieldGroup.class);
    groups.values().forEach(group -> counts.merge(group, 1, Integer::sum));
    return Stream.of(FieldGroup.values())
        .map(group -> counts.getOrDefault(group, 0).toString())
        .collect(Collectors.joining(" | "));
  }

  private Map<String, FieldGroup> groups(Table table) {
    Map<String, FieldGroup> groups = new TreeMap<>();
    seen.schema()
        .leaves(table.type())
        .forEach(
            (path, field) -> {
              if (table.elsewhere().stream().noneMatch(other -> isIn(other, path))) {
                groups.put(path, group(table, path, field));
              }
            });
    return groups;
  }

  private static boolean isIn(String other, String path) {
    return path.equals(other) || path.startsWith(other + ".");
  }

  private FieldGroup group(Table table, String path, String field) {
    if (SAID_BY_SCALE.contains(field)
        || table.places().stream().anyMatch(at -> seen.said().contains(at + path))) {
      return FieldGroup.SAID;
    }
    List<String> names = List.of(path.replaceAll("\\[]|\\{}", "").split("\\."));
    if (OWN.contains(table.type() + "." + names.get(0))) {
      return FieldGroup.OWN;
    }
    String reason = Skipped.reason(field.replaceAll("\\..*", ""), field.replaceAll(".*\\.", ""));
    if (reason != null) {
      return reason.equals("the API server sets it") ? FieldGroup.OWN : FieldGroup.ABSENT;
    }
    if (WITHOUT_CHOICE.contains(field)
        || table.places().stream().allMatch(at -> Skipped.isAt(at + path))) {
      return FieldGroup.ABSENT;
    }
    return names.stream().anyMatch(refused::contains) ? FieldGroup.REFUSED : FieldGroup.KEPT;
  }

  /** One row for everything below a field that is of one group, as far as requests can set it. */
  private static Map<String, FieldGroup> rows(Table table, Map<String, FieldGroup> groups) {
    Map<String, FieldGroup> rows = new TreeMap<>();
    groups.forEach(
        (path, group) -> {
          String row = path;
          Set<FieldGroup> common = Set.of(group);
          for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            String above = path.substring(0, dot);
            Set<FieldGroup> below = below(above, groups);
            if (below.size() == 1 && table.elsewhere().stream().noneMatch(o -> isIn(above, o))) {
              row = above;
              common = below;
              break;
            }
          }
          rows.put(row, common.iterator().next());
        });
    return rows;
  }

  private static Set<FieldGroup> below(String above, Map<String, FieldGroup> groups) {
    Set<FieldGroup> all = EnumSet.noneOf(FieldGroup.class);
    groups.forEach(
        (path, group) -> {
          if (isIn(above, path)) {
            all.add(group);
          }
        });
    Set<FieldGroup> set = EnumSet.copyOf(all);
    set.removeAll(EnumSet.of(FieldGroup.OWN, FieldGroup.ABSENT));
    return set.isEmpty() ? all : set;
  }
}
