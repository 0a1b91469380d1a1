// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates field paths of Kubernetes objects to those of requests, if there is one; otherwise the
 * Kubernetes path is kept, which is better than none.
 */
final class FieldPaths {
  private static final String TEMPLATE = "spec.template.spec.";

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
          "Probe.httpGet", "Probe.http",
          "Probe.tcpSocket", "Probe.tcp");

  private FieldPaths() {}

  static String toRequest(String kind, String path) {
    if (kind.equals("Deployment") && path.startsWith(TEMPLATE + "containers")) {
      return inContainer(path.substring(TEMPLATE.length()));
    }
    for (Rename rename : BY_KIND.getOrDefault(kind, List.of())) {
      Matcher matcher = rename.from().matcher(path);
      if (matcher.matches()) {
        return matcher.replaceFirst(rename.to());
      }
    }
    return path;
  }

  private static String inContainer(String path) {
    String result = path;
    for (Map.Entry<String, String> name : IN_CONTAINER.entrySet()) {
      result = result.replace(name.getKey(), name.getValue());
    }
    return result;
  }
}
