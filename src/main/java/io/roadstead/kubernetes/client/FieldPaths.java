// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.roadstead.kubernetes.mapping.Mapping;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Translates field paths of Kubernetes objects to those of requests, if there is one; otherwise the
 * Kubernetes path is kept, which is better than none.
 */
final class FieldPaths {
  private static final String SPEC = "spec.";
  private static final Pattern CONTAINER =
      Pattern.compile(
          "spec\\.template\\.spec\\.(?<list>(?:containers|initContainers)(?:\\[[^]]*])?)(?<rest>.*)",
          Pattern.DOTALL);

  private record Rename(Pattern from, String to) {
    static Rename of(String from, String to) {
      return new Rename(Pattern.compile(from), to);
    }
  }

  private static final List<Rename> DEPLOYMENT =
      List.of(
          Rename.of("spec\\.replicas", "replicas"),
          Rename.of(
              "(?:metadata|spec\\.template(?:\\.metadata)?)\\.(labels|annotations)(.*)", "$1$2"),
          Rename.of(
              "spec\\.template\\.spec\\.imagePullSecrets\\[(\\d+)](?:\\.name)?",
              "imagePullSecrets[$1]"),
          Rename.of("spec\\.template\\.spec\\.serviceAccountName", "serviceAccountName"));

  private static final List<Rename> SERVICE =
      List.of(
          Rename.of("spec\\.(type|ports.*)", "exposure.$1"),
          Rename.of("metadata\\.(labels|annotations)(.*)", "$1$2"));

  private static final List<Rename> AUTOSCALER =
      List.of(
          Rename.of("spec\\.(minReplicas|maxReplicas)", "autoscaling.$1"),
          Rename.of("spec\\.metrics.*", "autoscaling.targetCpuPercent"),
          Rename.of("metadata\\.(labels|annotations)(.*)", "$1$2"));

  private static final Map<String, List<Rename>> BY_KIND =
      Map.of(
          "Deployment", DEPLOYMENT,
          "Service", SERVICE,
          "HorizontalPodAutoscaler", AUTOSCALER);

  private static final Map<String, String> IN_CONTAINER =
      Map.of(
          ".containerPort", ".port",
          ".valueFrom.secretKeyRef", ".secretRef",
          ".valueFrom.configMapKeyRef", ".configRef",
          ".valueFrom.fieldRef", ".fieldRef",
          ".valueFrom.resourceFieldRef", ".resourceRef",
          "Probe.httpGet", "Probe.http",
          "Probe.tcpSocket", "Probe.tcp");

  private FieldPaths() {}

  static String toRequest(String kind, String path) {
    Matcher container = CONTAINER.matcher(path);
    if (kind.equals("Deployment") && container.matches()) {
      return container.group("list") + inContainer(container.group("rest"));
    }
    for (Rename rename : BY_KIND.getOrDefault(kind, List.of())) {
      Matcher matcher = rename.from().matcher(path);
      if (matcher.matches()) {
        return matcher.replaceFirst(rename.to());
      }
    }
    return setting(kind, path);
  }

  /** What the app model passes on is named as the contract names it. */
  private static String setting(String kind, String path) {
    String inSpec = path.startsWith(SPEC) ? path.substring(SPEC.length()) : path;
    String setting =
        switch (kind) {
          case "Deployment" -> Mapping.DEPLOYMENT.setting(inSpec);
          case "Service" -> below("exposure.", Mapping.SERVICE.setting(inSpec));
          case "HorizontalPodAutoscaler" ->
              below("autoscaling.", Mapping.AUTOSCALER.setting(inSpec));
          default -> null;
        };
    return setting == null ? path : setting;
  }

  private static @Nullable String below(String prefix, @Nullable String setting) {
    return setting == null ? null : prefix + setting;
  }

  private static String inContainer(String path) {
    String setting = path.startsWith(".") ? Mapping.CONTAINER.setting(path.substring(1)) : null;
    if (setting != null) {
      return "." + setting;
    }
    String result = path;
    for (Map.Entry<String, String> name : IN_CONTAINER.entrySet()) {
      result = result.replace(name.getKey(), name.getValue());
    }
    return result;
  }
}
