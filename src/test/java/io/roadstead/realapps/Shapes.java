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

  static final Map<String, String> POINTERS = new TreeMap<>();

  static {
    security();
    containers();
    volumes();
    placement();
    exposure();
    POINTERS.put("recreate", "Deployment\\.spec\\.strategy\\.type=Recreate");
    POINTERS.put("rolling update settings", "Deployment\\.spec\\.strategy\\.rollingUpdate\\..*");
    POINTERS.put("min ready seconds", "Deployment\\.spec\\.minReadySeconds=.*");
    POINTERS.put("progress deadline", "Deployment\\.spec\\.progressDeadlineSeconds=.*");
    POINTERS.put("revision history", "Deployment\\.spec\\.revisionHistoryLimit=.*");
    POINTERS.put("stopped", "Deployment\\.spec\\.replicas=0");
    POINTERS.put("dot in the name", "Deployment\\.metadata\\.name=.*\\..*");
    POINTERS.put(
        "descriptive labels",
        "Deployment\\.metadata\\.labels\\.app\\.kubernetes\\.io/(version|component|part-of)=.*");
    POINTERS.put("Helm labels", "Deployment\\.metadata\\.labels\\.helm\\.sh/chart=.*");
    POINTERS.put("annotations", "Deployment\\.(.*\\.)?metadata\\.annotations\\..*");
  }

  private Shapes() {}

  private static void security() {
    POINTERS.put("read-only root", CONTEXT + "readOnlyRootFilesystem=true");
    POINTERS.put("run as non-root", CONTEXT + "runAsNonRoot=true");
    POINTERS.put("run as user", CONTEXT + "runAsUser=.*");
    POINTERS.put("run as group", CONTEXT + "runAsGroup=.*");
    POINTERS.put("fs group", CONTEXT + "fsGroup=.*");
    POINTERS.put("fs group change policy", CONTEXT + "fsGroupChangePolicy=.*");
    POINTERS.put("supplemental groups", CONTEXT + "supplementalGroups.*");
    POINTERS.put("drop capabilities", CONTEXT + "capabilities\\.drop.*");
    POINTERS.put("add capabilities", CONTEXT + "capabilities\\.add.*");
    POINTERS.put("privilege escalation", CONTEXT + "allowPrivilegeEscalation=.*");
    POINTERS.put("seccomp", CONTEXT + "seccompProfile\\.type=.*");
    POINTERS.put("sysctls", CONTEXT + "sysctls.*");
    POINTERS.put("token", POD + "automountServiceAccountToken=.*");
    POINTERS.put("ServiceAccount", POD + "serviceAccountName=.*");
  }

  private static void containers() {
    POINTERS.put("envFrom", C + "envFrom.*");
    POINTERS.put("envFrom prefix", C + "envFrom\\[\\d+]\\.prefix=.*");
    POINTERS.put("env fieldRef", C + "env\\[\\d+]\\.valueFrom\\.fieldRef.*");
    POINTERS.put("env resourceFieldRef", C + "env\\[\\d+]\\.valueFrom\\.resourceFieldRef.*");
    POINTERS.put("env secretKeyRef", C + "env\\[\\d+]\\.valueFrom\\.secretKeyRef.*");
    POINTERS.put("env configMapKeyRef", C + "env\\[\\d+]\\.valueFrom\\.configMapKeyRef.*");
    POINTERS.put("pull policy", C + "imagePullPolicy=.*");
    POINTERS.put("image on the node only", C + "imagePullPolicy=Never");
    POINTERS.put("working directory", C + "workingDir=.*");
    POINTERS.put("init containers", POD + "initContainers\\[\\d+]\\.name=.*");
    POINTERS.put("restartable init container", POD + "initContainers.*\\.restartPolicy=Always");
    POINTERS.put("sidecar", POD + "containers\\[1]\\.name=.*");
    POINTERS.put("grace period", POD + "terminationGracePeriodSeconds=.*");
    POINTERS.put("preStop", C + "lifecycle\\.preStop\\..*");
    POINTERS.put("preStop sleep", C + "lifecycle\\.preStop\\.sleep.*");
    POINTERS.put("postStart", C + "lifecycle\\.postStart\\..*");
    POINTERS.put("probe headers", PROBE + "httpGet\\.httpHeaders.*");
    POINTERS.put("probe host", PROBE + "(httpGet|tcpSocket)\\.host=.*");
    POINTERS.put("probe HTTPS", PROBE + "httpGet\\.scheme=HTTPS");
    POINTERS.put("probe grpc", PROBE + "grpc.*");
    POINTERS.put("probe exec", PROBE + "exec.*");
    POINTERS.put("probe tcp", PROBE + "tcpSocket.*");
    POINTERS.put("probe grace period", PROBE + "terminationGracePeriodSeconds=.*");
    POINTERS.put("startup probe", C + "startupProbe.*");
    POINTERS.put("pull secrets", POD + "imagePullSecrets.*");
  }

  private static void volumes() {
    POINTERS.put("emptyDir", VOLUME + "emptyDir.*");
    POINTERS.put("config volume", VOLUME + "configMap\\.name=.*");
    POINTERS.put("secret volume", VOLUME + "secret\\.secretName=.*");
    POINTERS.put("claim", VOLUME + "persistentVolumeClaim.*");
    POINTERS.put("projected volume", VOLUME + "projected.*");
    POINTERS.put("projected token", VOLUME + "projected.*serviceAccountToken.*");
    POINTERS.put("sub path", C + "volumeMounts\\[\\d+]\\.subPath=.+");
    POINTERS.put("sub path expression", C + "volumeMounts\\[\\d+]\\.subPathExpr=.*");
    POINTERS.put("items", VOLUME + ".*items.*");
    POINTERS.put("file mode", VOLUME + ".*(mode|defaultMode)=.*");
  }

  private static void placement() {
    POINTERS.put("node selector", POD + "nodeSelector\\..*");
    POINTERS.put("tolerations", POD + "tolerations.*");
    POINTERS.put("topology spread", POD + "topologySpreadConstraints.*");
    POINTERS.put("node affinity", POD + "affinity\\.nodeAffinity.*");
    POINTERS.put("pod affinity", POD + "affinity\\.podAffinity.*");
    POINTERS.put("pod anti-affinity", POD + "affinity\\.podAntiAffinity.*");
    POINTERS.put("priority class", POD + "priorityClassName=.*");
    POINTERS.put("runtime class", POD + "runtimeClassName=.*");
    POINTERS.put("host aliases", POD + "hostAliases.*");
    POINTERS.put("DNS config", POD + "dnsConfig.*");
    POINTERS.put("DNS policy", POD + "dnsPolicy=.*");
  }

  private static void exposure() {
    POINTERS.put("Service annotations", "Service\\.metadata\\.annotations\\..*");
    POINTERS.put("headless Service", SERVICE + "clusterIP=None");
    POINTERS.put("NodePort", SERVICE + "type=NodePort");
    POINTERS.put("LoadBalancer", SERVICE + "type=LoadBalancer");
    POINTERS.put("node port chosen", SERVICE + "ports\\[\\d+]\\.nodePort=.*");
    POINTERS.put("Service port name > 15", SERVICE + "ports\\[\\d+]\\.name=.{16,}");
    POINTERS.put("app protocol", SERVICE + "ports\\[\\d+]\\.appProtocol=.*");
    POINTERS.put("traffic policy", SERVICE + "(external|internal)TrafficPolicy=.*");
    POINTERS.put("source ranges", SERVICE + "loadBalancerSourceRanges.*");
    POINTERS.put("balancer class", SERVICE + "loadBalancerClass=.*");
    POINTERS.put("session affinity", SERVICE + "sessionAffinity=ClientIP");
    POINTERS.put("session seconds", SERVICE + "sessionAffinityConfig.*");
    POINTERS.put("several Services", "Service\\[2].*");
    POINTERS.put("Service of another name", "Service of another name=true");
    POINTERS.put("autoscaler", SCALER + "maxReplicas=.*");
    POINTERS.put("autoscaler behavior", SCALER + "behavior.*");
    POINTERS.put("memory metric", SCALER + "metrics\\[\\d+]\\.resource\\.name=memory");
    POINTERS.put("pods metric", SCALER + "metrics\\[\\d+]\\.pods.*");
    POINTERS.put("object metric", SCALER + "metrics\\[\\d+]\\.object.*");
    POINTERS.put("external metric", SCALER + "metrics\\[\\d+]\\.external.*");
    POINTERS.put("container metric", SCALER + "metrics\\[\\d+]\\.containerResource.*");
    POINTERS.put("autoscaler of another name", "HorizontalPodAutoscaler of another name=true");
  }

  static boolean has(Manifest manifest, String pattern) {
    Pattern shape = Pattern.compile(pattern);
    return paths(manifest).stream().anyMatch(path -> shape.matcher(path).matches());
  }

  private static List<String> paths(Manifest manifest) {
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
