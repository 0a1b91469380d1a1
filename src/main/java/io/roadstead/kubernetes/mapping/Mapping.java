// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.app.Settings;
import io.roadstead.kubernetes.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of each part of the contract, and the part of a Kubernetes object that has them. */
public enum Mapping {
  /** The settings of an app, in the spec of a Deployment. */
  DEPLOYMENT(DeploymentRules.ALL),
  /** The settings of a container. */
  CONTAINER(ContainerRules.ALL),
  /** Host and headers of a probe, in its HTTP request. */
  HTTP_PROBE(ContainerRules.HTTP_SETTINGS),
  /** Host of a probe, in its TCP connection. */
  TCP_PROBE(ContainerRules.TCP_SETTINGS),
  /** The settings of an exposure, in the spec of a Service. */
  SERVICE(ServiceRules.ALL),
  /** The settings of autoscaling, in the spec of a HorizontalPodAutoscaler. */
  AUTOSCALER(AutoscalerRules.ALL);

  private final Rules rules;

  Mapping(Rules rules) {
    this.rules = rules;
  }

  /** Adds settings to an object. */
  public <T> T with(T object, Settings settings, Class<T> type) {
    if (settings.isEmpty()) {
      return object;
    }
    ObjectNode tree = Trees.of(object);
    rules.toKubernetes(Trees.of(settings.values()), tree);
    return Trees.as(tree, type);
  }

  /** The settings that an object has. */
  public Settings of(JsonNode object) {
    ObjectNode settings = rules.fromKubernetes(object);
    return settings.isEmpty() ? Settings.NONE : settings(settings);
  }

  /**
   * The path of the setting that a field of the object expresses, e.g. {@code
   * volumes[0].claim.name}; null when it is another field.
   */
  public @Nullable String setting(String path) {
    return rules.setting(path);
  }

  @SuppressWarnings("unchecked") // The keys of a JSON object are texts.
  private static Settings settings(ObjectNode tree) {
    return new Settings(Json.MAPPER.convertValue(tree, Map.class));
  }
}
