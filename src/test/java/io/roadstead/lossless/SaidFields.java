// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.kubernetes.mapping.Trees;
import io.roadstead.kubernetes.model.AutoscalerMapping;
import io.roadstead.kubernetes.model.DeploymentMapping;
import io.roadstead.kubernetes.model.ServiceMapping;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Which values the contract expresses and which it lists as not shown, found out on generated
 * objects.
 *
 * @param said the paths of values that are the same in what the contract says of an object
 * @param listed the paths in {@code notShown}, without keys of elements
 */
record SaidFields(Schema schema, Set<String> said, Set<String> listed) {

  SaidFields(Schema schema) {
    this(schema, new HashSet<>(), new HashSet<>());
  }

  /** Remembers what becomes of the fields of an object. */
  void add(String type, JsonNode object) {
    switch (type) {
      case "DeploymentSpec" -> {
        Deployment live = Trees.as(object, Deployment.class);
        compare(type, live, DeploymentMapping.said(live));
        list(DeploymentMapping.observed(live).notShown());
      }
      case "ServiceSpec" -> {
        Service live = Trees.as(object, Service.class);
        compare(type, live, ServiceMapping.said(live));
        list(ServiceMapping.observed(live).notShown());
      }
      default -> {
        HorizontalPodAutoscaler live = Trees.as(object, HorizontalPodAutoscaler.class);
        compare(type, live, AutoscalerMapping.said(live));
        list(AutoscalerMapping.observed(live).notShown());
      }
    }
  }

  /** Whether a value, or what it is a part of, is listed as not shown in some object. */
  boolean isListed(String path) {
    String plain = plain(path);
    return listed.stream()
        .anyMatch(
            one -> one.equals(plain) || plain.startsWith(one + ".") || one.startsWith(plain + "."));
  }

  private void list(List<String> notShown) {
    for (String path : notShown) {
      listed.add(plain(path.replaceFirst("^.*?\\bspec\\.", "")));
    }
  }

  private static String plain(String path) {
    return path.replaceAll("\\[[^]]*]|\\{}", "");
  }

  private void compare(String type, HasMetadata live, HasMetadata expressed) {
    compare(type, Trees.of(live).path("spec"), Trees.of(expressed).path("spec"), "");
  }

  private void compare(String type, JsonNode live, JsonNode expressed, String path) {
    for (Schema.Field field : schema.fields(type)) {
      JsonNode value = live.path(field.name());
      JsonNode same = expressed.path(field.name());
      if (value.isMissingNode() || same.isMissingNode()) {
        continue;
      }
      String at = field.at(path);
      if (!schema.isObject(field.type())) {
        if (isExpressed(field, value, same)) {
          said.add(at);
        }
      } else if (field.shape() == Schema.Shape.LIST) {
        elements(field, value, same, at);
      } else {
        compare(field.type(), value, same, at);
      }
    }
  }

  private static boolean isExpressed(Schema.Field field, JsonNode value, JsonNode same) {
    return field.shape() == Schema.Shape.MAP
        ? same.properties().stream().anyMatch(value.properties()::contains)
        : same.equals(value);
  }

  private void elements(Schema.Field field, JsonNode list, JsonNode expressed, String at) {
    for (int i = 0; i < list.size(); i++) {
      JsonNode element = list.get(i);
      JsonNode same =
          field.keys().isEmpty()
              ? expressed.path(i)
              : element(expressed, keys(field, element), field);
      compare(field.type(), element, same, at);
    }
  }

  private static JsonNode element(JsonNode list, List<String> keys, Schema.Field field) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(element -> keys(field, element).equals(keys))
        .findFirst()
        .orElse(list.path(-1));
  }

  private static List<String> keys(Schema.Field field, JsonNode element) {
    return field.keys().stream()
        .map(key -> element.path(key).asText(key.equals("protocol") ? "TCP" : ""))
        .toList();
  }
}
