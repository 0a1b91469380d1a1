// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import static io.roadstead.kubernetes.mapping.Rules.alternative;
import static io.roadstead.kubernetes.mapping.Rules.field;
import static io.roadstead.kubernetes.mapping.Rules.group;
import static io.roadstead.kubernetes.mapping.Rules.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The settings of autoscaling in the spec of a HorizontalPodAutoscaler. */
final class AutoscalerRules {
  private static final Rules TARGET =
      Rules.of(
          field("percent", "averageUtilization"),
          field("averageValue", "averageValue"),
          field("value", "value"),
          new TypeOf(
              Map.of(
                  "averageUtilization", "Utilization",
                  "averageValue", "AverageValue",
                  "value", "Value")));

  private static final Rules RESOURCE =
      Rules.of(field("name", "name"), alternative("target", "target", TARGET));

  private static final Rules METRIC_NAME =
      SelectorRules.in("metric.selector.")
          .and(field("name", "metric.name"), alternative("target", "target", TARGET));

  private static final Rules METRIC =
      Rules.of(
          alternative("resource", "resource", RESOURCE),
          alternative(
              "container", "containerResource", RESOURCE.and(field("container", "container"))),
          alternative("pods", "pods", METRIC_NAME),
          alternative(
              "object",
              "object",
              METRIC_NAME.and(
                  field("apiVersion", "describedObject.apiVersion"),
                  field("kind", "describedObject.kind"),
                  field("object", "describedObject.name"))),
          alternative("external", "external", METRIC_NAME),
          new TypeOf(
              Map.of(
                  "resource", "Resource",
                  "containerResource", "ContainerResource",
                  "pods", "Pods",
                  "object", "Object",
                  "external", "External")));

  private static final Rules POLICY =
      Rules.of(
          field("type", "type", Codecs.words("Pods", "Percent")),
          field("value", "value"),
          field("periodSeconds", "periodSeconds"));

  private static final Rules DIRECTION =
      Rules.of(
          field("stabilizationSeconds", "stabilizationWindowSeconds"),
          field("select", "selectPolicy", Codecs.words("Max", "Min", "Disabled")),
          field("tolerance", "tolerance"),
          list("policies", "policies", POLICY));

  private static final Rules BEHAVIOR =
      Rules.of(group("up", "scaleUp", DIRECTION), group("down", "scaleDown", DIRECTION));

  /** The settings, relative to the spec; metrics that targets express are not among them. */
  static final Rules ALL =
      Rules.of(list("metrics", "metrics", METRIC), group("behavior", "behavior", BEHAVIOR));

  private AutoscalerRules() {}

  /** The word that repeats which field is set. */
  private record TypeOf(Map<String, String> words) implements Rule {
    @Override
    public void toKubernetes(JsonNode settings, ObjectNode object) {
      words.forEach(
          (field, word) -> {
            if (object.has(field)) {
              object.put("type", word);
            }
          });
    }

    @Override
    public void fromKubernetes(JsonNode object, ObjectNode settings) {
      // The contract has only the field.
    }
  }
}
