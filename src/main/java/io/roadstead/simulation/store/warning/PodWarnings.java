// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.warning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The warnings about pods and pod templates. */
final class PodWarnings {
  private static final Map<String, String> OLD_ANNOTATIONS = oldAnnotations();

  private PodWarnings() {}

  private static Map<String, String> oldAnnotations() {
    String sysctls = "non-functional in v1.11+; use the \"sysctls\" field instead";
    Map<String, String> old = new LinkedHashMap<>();
    old.put(
        "scheduler.alpha.kubernetes.io/critical-pod",
        "non-functional in v1.16+; use the \"priorityClassName\" field instead");
    old.put("security.alpha.kubernetes.io/sysctls", sysctls);
    old.put("security.alpha.kubernetes.io/unsafe-sysctls", sysctls);
    return old;
  }

  /**
   * Checks a pod.
   *
   * @param field the path of the pod or template, with a dot at its end unless it is empty
   */
  static void check(String field, JsonNode pod, List<String> warnings) {
    JsonNode spec = pod.path("spec");
    String path = field + "spec.";
    PlacementWarnings.checkNodes(path, spec, warnings);
    JsonNode annotations = pod.path("metadata").path("annotations");
    OLD_ANNOTATIONS.forEach(
        (key, text) -> checkAnnotation(field, annotations, key, text, warnings));
    VolumeWarnings.check(path + "volumes", spec.path("volumes"), warnings);
    checkDuplicates(path + "hostAliases", spec.path("hostAliases"), "ip", warnings);
    checkDuplicates(path + "imagePullSecrets", spec.path("imagePullSecrets"), "name", warnings);
    if (!spec.path("securityContext").has("seccompProfile")) {
      String text = "non-functional in v1.27+; use the \"seccompProfile\" field instead";
      String key = "seccomp.security.alpha.kubernetes.io/pod";
      checkAnnotation(field, annotations, key, text, warnings);
    }
    checkContainers(path, spec, warnings);
    if (spec.path("terminationGracePeriodSeconds").asLong() < 0) {
      warnings.add(
          path
              + "terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will"
              + " be treated as 1");
    }
    PlacementWarnings.checkPods(path, spec, warnings);
  }

  private static void checkContainers(String path, JsonNode spec, List<String> warnings) {
    PortWarnings ports = new PortWarnings();
    for (String list : List.of("initContainers", "containers")) {
      JsonNode containers = spec.path(list);
      for (int i = 0; i < containers.size(); i++) {
        String field = path + list + "[" + i + "]";
        ContainerWarnings.check(field, containers.path(i), warnings);
        ports.add(field, containers.path(i).path("ports"));
      }
    }
    warnings.addAll(ports.all());
  }

  private static void checkAnnotation(
      String field, JsonNode annotations, String key, String text, List<String> warnings) {
    if (annotations.has(key)) {
      warnings.add(field + "metadata.annotations[" + key + "]: " + text);
    }
  }

  private static void checkDuplicates(
      String field, JsonNode list, String key, List<String> warnings) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String value = list.path(i).path(key).asText("");
      if (!seen.add(value)) {
        warnings.add("%s[%d].%s: duplicate %s \"%s\"".formatted(field, i, key, key, value));
      }
    }
  }
}
