// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Exposure;
import io.roadstead.app.Scale;
import io.roadstead.kubernetes.mapping.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the spec of an app can't express, by comparing an object with what the mapping would write
 * for what it reads: so no field can be forgotten here.
 */
final class NotShown {
  private static final String TEMPLATE = "spec.template.metadata.";

  /** Identity of the objects, and what the cluster itself assigns. */
  private static final List<String> OF_DEPLOYMENT = List.of("replicas", "selector");

  private static final List<String> OF_SERVICE =
      List.of("selector", "clusterIP", "clusterIPs", "ipFamilies", "healthCheckNodePort", "type");

  private static final List<String> OF_AUTOSCALER = List.of("scaleTargetRef");

  private NotShown() {}

  static List<String> of(Deployment live, AppSpec spec) {
    ObjectNode found = spec(live, OF_DEPLOYMENT);
    JsonNode template = found.path("template");
    // Named only once: the API server mirrors serviceAccountName here.
    ((ObjectNode) template.path("spec")).remove("serviceAccount");
    ((ObjectNode) template).remove("metadata");
    ObjectNode said = spec(DeploymentMapping.said(live, spec), OF_DEPLOYMENT);
    List<String> paths = new ArrayList<>();
    addMetadata(live, spec, paths);
    paths.addAll(Trees.beyond(found, said, "spec"));
    return paths;
  }

  private static void addMetadata(Deployment live, AppSpec spec, List<String> paths) {
    var meta = live.getSpec().getTemplate().getMetadata();
    Fields.labels(meta)
        .forEach(
            (key, value) -> {
              boolean identity =
                  value.equals(Fields.labels(live.getMetadata()).get(key))
                      && AppKeys.IDENTITY.contains(key);
              if (!identity && !value.equals(spec.labels().get(key))) {
                paths.add(TEMPLATE + "labels[" + key + "]");
              }
            });
    Fields.annotations(meta).keySet().stream()
        .filter(key -> !spec.annotations().containsKey(key))
        .forEach(key -> paths.add(TEMPLATE + "annotations[" + key + "]"));
  }

  static List<String> of(Service live, @Nullable Exposure exposure) {
    ObjectNode said =
        exposure == null ? Trees.of(Map.of()) : spec(ServiceMapping.said(exposure), OF_SERVICE);
    return prefixed(live, Trees.beyond(spec(live, OF_SERVICE), said, "spec"));
  }

  static List<String> of(HorizontalPodAutoscaler live, Scale.@Nullable Autoscaling autoscaling) {
    ObjectNode said =
        autoscaling == null
            ? Trees.of(Map.of())
            : spec(AutoscalerMapping.said(autoscaling), OF_AUTOSCALER);
    return prefixed(live, Trees.beyond(spec(live, OF_AUTOSCALER), said, "spec"));
  }

  private static List<String> prefixed(
      io.fabric8.kubernetes.api.model.HasMetadata live, List<String> paths) {
    return paths.stream()
        .map(path -> live.getKind() + "/" + live.getMetadata().getName() + " " + path)
        .toList();
  }

  private static ObjectNode spec(Object object, List<String> without) {
    ObjectNode tree = Trees.of(object);
    return tree.get("spec") instanceof ObjectNode spec ? spec.remove(without) : tree;
  }
}
