// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Defaults of pods and of pod templates. */
final class PodDefaults {
  private static final int TERMINATION_GRACE_SECONDS = 30;
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");

  private PodDefaults() {}

  static void pod(ObjectNode pod) {
    ObjectNode spec = pod.withObject("/spec");
    spec(spec);
    Defaults.put(spec, "enableServiceLinks", true);
    Containers.all(spec).forEach(PodDefaults::requestsFromLimits);
    if (spec.path("hostNetwork").asBoolean()) {
      Containers.all(spec).forEach(PodDefaults::hostPorts);
    }
    ObjectNode status = pod.withObject("/status");
    Defaults.put(status, "phase", "Pending");
    Defaults.put(status, "qosClass", QualityOfService.of(spec));
  }

  static void spec(ObjectNode spec) {
    Defaults.put(spec, "restartPolicy", "Always");
    Defaults.put(spec, "terminationGracePeriodSeconds", TERMINATION_GRACE_SECONDS);
    Defaults.put(spec, "dnsPolicy", "ClusterFirst");
    Defaults.putObject(spec, "securityContext");
    Defaults.put(spec, "schedulerName", "default-scheduler");
    serviceAccount(spec);
    Containers.all(spec).forEach(PodDefaults::container);
    Containers.objects(spec.path("volumes")).forEach(VolumeDefaults::volume);
  }

  /** The deprecated name of the field always has the same value. */
  private static void serviceAccount(ObjectNode spec) {
    String name = spec.path("serviceAccountName").asText(spec.path("serviceAccount").asText(""));
    if (!name.isEmpty()) {
      spec.put("serviceAccountName", name).put("serviceAccount", name);
    }
  }

  private static void container(ObjectNode container) {
    Defaults.putObject(container, "resources");
    Defaults.put(container, "terminationMessagePath", "/dev/termination-log");
    Defaults.put(container, "terminationMessagePolicy", "File");
    Defaults.put(container, "imagePullPolicy", pullPolicy(container.path("image").asText()));
    Containers.objects(container.path("ports"))
        .forEach(port -> Defaults.put(port, "protocol", "TCP"));
    for (String probe : PROBES) {
      Containers.objectAt(container.path(probe)).ifPresent(PodDefaults::probe);
    }
    httpGet(container.path("lifecycle").path("preStop"));
    httpGet(container.path("lifecycle").path("postStart"));
    VolumeDefaults.fieldReferences(container.path("env"));
  }

  private static void probe(ObjectNode probe) {
    Defaults.put(probe, "timeoutSeconds", 1);
    Defaults.put(probe, "periodSeconds", 10);
    Defaults.put(probe, "successThreshold", 1);
    Defaults.put(probe, "failureThreshold", 3);
    httpGet(probe);
    Containers.objectAt(probe.path("grpc")).ifPresent(grpc -> Defaults.put(grpc, "service", ""));
  }

  private static void httpGet(JsonNode action) {
    Containers.objectAt(action.path("httpGet"))
        .ifPresent(
            get -> {
              Defaults.put(get, "path", "/");
              Defaults.put(get, "scheme", "HTTP");
            });
  }

  /**
   * An image with a moving tag is always pulled; one with a fixed tag or digest only when missing.
   */
  static String pullPolicy(String image) {
    if (image.contains("@")) {
      return "IfNotPresent";
    }
    String last = image.substring(image.lastIndexOf('/') + 1);
    boolean fixed = last.contains(":") && !last.endsWith(":latest");
    return fixed ? "IfNotPresent" : "Always";
  }

  private static void hostPorts(ObjectNode container) {
    for (ObjectNode port : Containers.objects(container.path("ports"))) {
      if (port.path("hostPort").asInt() == 0) {
        port.set("hostPort", port.path("containerPort"));
      }
    }
  }

  private static void requestsFromLimits(ObjectNode container) {
    JsonNode limits = container.path("resources").path("limits");
    if (!limits.isEmpty()) {
      ObjectNode requests = container.withObject("/resources/requests");
      limits
          .fields()
          .forEachRemaining(
              limit -> Defaults.put(requests, limit.getKey(), limit.getValue().asText()));
    }
  }
}
