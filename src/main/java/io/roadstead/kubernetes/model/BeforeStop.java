// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.roadstead.kubernetes.json.Json;
import io.roadstead.kubernetes.mapping.Trees;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a stopped app remembers of its scale, in annotations of its Deployment.
 *
 * @param replicas the number of pods, or null
 * @param autoscaling the spec of its autoscaler as JSON, without what it scales: all of it, also
 *     what the contract can't express; null when it had none
 * @param autoscaler the name of the autoscaler when it is not that of the app, or null
 */
public record BeforeStop(
    @Nullable Integer replicas, @Nullable String autoscaling, @Nullable String autoscaler) {
  /** The app remembers nothing. */
  public static final BeforeStop NOTHING = new BeforeStop(null, null, null);

  /** The annotations that have it. */
  static final Set<String> KEYS =
      Set.of(
          AppKeys.REPLICAS_BEFORE_STOP,
          AppKeys.AUTOSCALING_BEFORE_STOP,
          AppKeys.AUTOSCALER_BEFORE_STOP);

  private static final String TARGET = "scaleTargetRef";

  /** Only a number of pods. */
  public static BeforeStop of(int replicas) {
    return new BeforeStop(replicas, null, null);
  }

  /**
   * The scale of an app that is autoscaled.
   *
   * @param replicas the number of pods, or null
   */
  public static BeforeStop of(
      @Nullable Integer replicas, HorizontalPodAutoscaler autoscaler, String app) {
    ObjectNode spec = Trees.of(autoscaler.getSpec());
    spec.remove(TARGET);
    String name = autoscaler.getMetadata().getName();
    return new BeforeStop(replicas, spec.toString(), name.equals(app) ? null : name);
  }

  static BeforeStop of(Map<String, String> annotations) {
    long replicas = Fields.number(annotations.get(AppKeys.REPLICAS_BEFORE_STOP));
    return new BeforeStop(
        replicas > 0 && replicas <= Integer.MAX_VALUE ? (int) replicas : null,
        annotations.get(AppKeys.AUTOSCALING_BEFORE_STOP),
        annotations.get(AppKeys.AUTOSCALER_BEFORE_STOP));
  }

  /** The name of the autoscaler of an app. */
  public String autoscalerName(String app) {
    return autoscaler == null ? app : autoscaler;
  }

  /** The annotations for it. */
  Map<String, String> annotations() {
    Map<String, String> annotations = new TreeMap<>();
    if (replicas != null) {
      annotations.put(AppKeys.REPLICAS_BEFORE_STOP, Integer.toString(replicas));
    }
    if (autoscaling != null) {
      annotations.put(AppKeys.AUTOSCALING_BEFORE_STOP, autoscaling);
    }
    if (autoscaler != null) {
      annotations.put(AppKeys.AUTOSCALER_BEFORE_STOP, autoscaler);
    }
    return annotations;
  }

  /** The spec of the autoscaler; null when none is remembered, or the annotation is no spec. */
  public @Nullable HorizontalPodAutoscalerSpec autoscalerSpec() {
    if (autoscaling == null) {
      return null;
    }
    try {
      var spec = Json.MAPPER.readValue(autoscaling, HorizontalPodAutoscalerSpec.class);
      return spec == null || spec.getMaxReplicas() == null ? null : spec;
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
