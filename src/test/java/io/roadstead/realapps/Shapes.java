// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The shapes that were counted in real apps, as patterns of {@code path=value}. */
final class Shapes {
  private static final String C = "Deployment\\.spec\\.template\\.spec\\.containers\\[\\d+]\\.";
  private static final String POD = "Deployment\\.spec\\.template\\.spec\\.";
  private static final String CONTEXT = POD + "(.*\\.)?securityContext\\.";
  private static final String VOLUME = POD + "volumes\\[\\d+]\\.";
  private static final String PROBE = C + "(startup|readiness|liveness)Probe\\.";
  private static final String SERVICE = "Service\\.spec\\.";
  private static final String SCALER = "HorizontalPodAutoscaler\\.spec\\.";

  static final Map<String, String> PATTERNS = new TreeMap<>();

  static {
    security();
    containers();
    volumes();
    placement();
    exposure();
    PATTERNS.put("recreate", "Deployment\\.spec\\.strategy\\.type=Recreate");
    PATTERNS.put("rolling update settings", "Deployment\\.spec\\.strategy\\.rollingUpdate\\..*");
    PATTERNS.put("min ready seconds", "Deployment\\.spec\\.minReadySeconds=.*");
    PATTERNS.put("progress deadline", "Deployment\\.spec\\.progressDeadlineSeconds=.*");
    PATTERNS.put("revision history", "Deployment\\.spec\\.revisionHistoryLimit=.*");
    PATTERNS.put("stopped", "Deployment\\.spec\\.replicas=0");
    PATTERNS.put("dot in the name", "Deployment\\.metadata\\.name=.*\\..*");
    PATTERNS.put(
        "descriptive labels",
        "Deployment\\.metadata\\.labels\\.app\\.kubernetes\\.io/(version|component|part-of)=.*");
    PATTERNS.put("Helm labels", "Deployment\\.metadata\\.labels\\.helm\\.sh/chart=.*");
    PATTERNS.put("annotations", "Deployment\\.(.*\\.)?metadata\\.annotations\\..*");
  }

  private Shapes() {}

  private static void security() {
    PATTERNS.put("read-only root", CONTEXT + "readOnlyRootFilesystem=true");
    PATTERNS.put("run as non-root", CONTEXT + "runAsNonRoot=true");
    PATTERNS.put("run as user", CONTEXT + "runAsUser=.*");
    PATTERNS.put("run as group", CONTEXT + "runAsGroup=.*");
    PATTERNS.put("fs group", CONTEXT + "fsGroup=.*");
    PATTERNS.put("fs group change policy", CONTEXT + "fsGroupChangePolicy=.*");
    PATTERNS.put("supplemental groups", CONTEXT + "supplementalGroups.*");
    PATTERNS.put("drop capabilities", CONTEXT + "capabilities\\.drop.*");
    PATTERNS.put("add capabilities", CONTEXT + "capabilities\\.add.*");
    PATTERNS.put("privilege escalation", CONTEXT + "allowPrivilegeEscalation=.*");
    PATTERNS.put("seccomp", CONTEXT + "seccompProfile\\.type=.*");
    PATTERNS.put("sysctls", CONTEXT + "sysctls.*");
    PATTERNS.put("token", POD + "automountServiceAccountToken=.*");
    PATTERNS.put("ServiceAccount", POD + "serviceAccountName=.*");
  }

  private static void containers() {
    PATTERNS.put("envFrom", C + "envFrom.*");
    PATTERNS.put("envFrom prefix", C + "envFrom\\[\\d+]\\.prefix=.*");
    PATTERNS.put("env fieldRef", C + "env\\[\\d+]\\.valueFrom\\.fieldRef.*");
    PATTERNS.put("env resourceFieldRef", C + "env\\[\\d+]\\.valueFrom\\.resourceFieldRef.*");
    PATTERNS.put("env secretKeyRef", C + "env\\[\\d+]\\.valueFrom\\.secretKeyRef.*");
    PATTERNS.put("env configMapKeyRef", C + "env\\[\\d+]\\.valueFrom\\.configMapKeyRef.*");
    PATTERNS.put("pull policy", C + "imagePullPolicy=.*");
    PATTERNS.put("image on the node only", C + "imagePullPolicy=Never");
    PATTERNS.put("working directory", C + "workingDir=.*");
    PATTERNS.put("init containers", POD + "initContainers\\[\\d+]\\.name=.*");
    PATTERNS.put("restartable init container", POD + "initContainers.*\\.restartPolicy=Always");
    PATTERNS.put("sidecar", POD + "containers\\[1]\\.name=.*");
    PATTERNS.put("grace period", POD + "terminationGracePeriodSeconds=.*");
    PATTERNS.put("preStop", C + "lifecycle\\.preStop\\..*");
    PATTERNS.put("preStop sleep", C + "lifecycle\\.preStop\\.sleep.*");
    PATTERNS.put("postStart", C + "lifecycle\\.postStart\\..*");
    PATTERNS.put("probe headers", PROBE + "httpGet\\.httpHeaders.*");
    PATTERNS.put("probe host", PROBE + "(httpGet|tcpSocket)\\.host=.*");
    PATTERNS.put("probe HTTPS", PROBE + "httpGet\\.scheme=HTTPS");
    PATTERNS.put("probe grpc", PROBE + "grpc.*");
    PATTERNS.put("probe exec", PROBE + "exec.*");
    PATTERNS.put("probe tcp", PROBE + "tcpSocket.*");
    PATTERNS.put("probe grace period", PROBE + "terminationGracePeriodSeconds=.*");
    PATTERNS.put("startup probe", C + "startupProbe.*");
    PATTERNS.put("pull secrets", POD + "imagePullSecrets.*");
  }

  private static void volumes() {
    PATTERNS.put("emptyDir", VOLUME + "emptyDir.*");
    PATTERNS.put("config volume", VOLUME + "configMap\\.name=.*");
    PATTERNS.put("secret volume", VOLUME + "secret\\.secretName=.*");
    PATTERNS.put("claim", VOLUME + "persistentVolumeClaim.*");
    PATTERNS.put("projected volume", VOLUME + "projected.*");
    PATTERNS.put("projected token", VOLUME + "projected.*serviceAccountToken.*");
    PATTERNS.put("sub path", C + "volumeMounts\\[\\d+]\\.subPath=.+");
    PATTERNS.put("sub path expression", C + "volumeMounts\\[\\d+]\\.subPathExpr=.*");
    PATTERNS.put("items", VOLUME + ".*items.*");
    PATTERNS.put("file mode", VOLUME + ".*(mode|defaultMode)=.*");
  }

  private static void placement() {
    PATTERNS.put("node selector", POD + "nodeSelector\\..*");
    PATTERNS.put("tolerations", POD + "tolerations.*");
    PATTERNS.put("topology spread", POD + "topologySpreadConstraints.*");
    PATTERNS.put("node affinity", POD + "affinity\\.nodeAffinity.*");
    PATTERNS.put("pod affinity", POD + "affinity\\.podAffinity.*");
    PATTERNS.put("pod anti-affinity", POD + "affinity\\.podAntiAffinity.*");
    PATTERNS.put("priority class", POD + "priorityClassName=.*");
    PATTERNS.put("runtime class", POD + "runtimeClassName=.*");
    PATTERNS.put("host aliases", POD + "hostAliases.*");
    PATTERNS.put("DNS config", POD + "dnsConfig.*");
    PATTERNS.put("DNS policy", POD + "dnsPolicy=.*");
  }

  private static void exposure() {
    PATTERNS.put("Service annotations", "Service\\.metadata\\.annotations\\..*");
    PATTERNS.put("headless Service", SERVICE + "clusterIP=None");
    PATTERNS.put("NodePort", SERVICE + "type=NodePort");
    PATTERNS.put("LoadBalancer", SERVICE + "type=LoadBalancer");
    PATTERNS.put("node port chosen", SERVICE + "ports\\[\\d+]\\.nodePort=.*");
    PATTERNS.put("Service port name > 15", SERVICE + "ports\\[\\d+]\\.name=.{16,}");
    PATTERNS.put("app protocol", SERVICE + "ports\\[\\d+]\\.appProtocol=.*");
    PATTERNS.put("traffic policy", SERVICE + "(external|internal)TrafficPolicy=.*");
    PATTERNS.put("source ranges", SERVICE + "loadBalancerSourceRanges.*");
    PATTERNS.put("balancer class", SERVICE + "loadBalancerClass=.*");
    PATTERNS.put("session affinity", SERVICE + "sessionAffinity=ClientIP");
    PATTERNS.put("session seconds", SERVICE + "sessionAffinityConfig.*");
    PATTERNS.put("several Services", "Service\\[2].*");
    PATTERNS.put("Service of another name", "Service of another name=true");
    PATTERNS.put("autoscaler", SCALER + "maxReplicas=.*");
    PATTERNS.put("autoscaler behavior", SCALER + "behavior.*");
    PATTERNS.put("memory metric", SCALER + "metrics\\[\\d+]\\.resource\\.name=memory");
    PATTERNS.put("pods metric", SCALER + "metrics\\[\\d+]\\.pods.*");
    PATTERNS.put("object metric", SCALER + "metrics\\[\\d+]\\.object.*");
    PATTERNS.put("external metric", SCALER + "metrics\\[\\d+]\\.external.*");
    PATTERNS.put("container metric", SCALER + "metrics\\[\\d+]\\.containerResource.*");
    PATTERNS.put("autoscaler of another name", "HorizontalPodAutoscaler of another name=true");
  }

  /** Whether one of the paths has the shape. */
  static boolean matches(String pattern, List<String> paths) {
    return paths.stream().anyMatch(Pattern.compile(pattern).asMatchPredicate());
  }

  /** Every path of a manifest with its value. */
  static List<String> paths(Manifest manifest) {
    List<String> paths = new ArrayList<>();
    int services = 0;
    for (JsonNode document : manifest.documents()) {
      String kind = document.path("kind").asText();
      boolean other = !document.at("/metadata/name").asText().equals(manifest.app());
      paths.add(kind + " of another name=" + other);
      if (kind.equals("Service")) {
        paths.add("Service[" + ++services + "]");
      }
      collect(kind, document, paths);
    }
    return paths;
  }

  private static void collect(String at, JsonNode node, List<String> paths) {
    if (node.isValueNode()) {
      paths.add(at + "=" + node.asText());
      return;
    }
    if (node.isEmpty()) {
      paths.add(at);
    }
    for (var entry : node.properties()) {
      collect(at + "." + entry.getKey(), entry.getValue(), paths);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(at + "[" + i + "]", node.path(i), paths);
    }
  }
}
