// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Makes the fields of a pod fit to each other, as the API server wants them. */
final class PodCoherence {
  private static final List<String> NOT_ON_WINDOWS =
      List.of(
          "hostPID", "hostIPC", "hostNetwork", "hostUsers", "shareProcessNamespace", "resources");
  private static final List<String> NOT_ON_WINDOWS_SECURITY =
      List.of(
          "appArmorProfile",
          "seLinuxOptions",
          "seLinuxChangePolicy",
          "seccompProfile",
          "fsGroup",
          "fsGroupChangePolicy",
          "sysctls",
          "supplementalGroups",
          "supplementalGroupsPolicy",
          "runAsUser",
          "runAsGroup",
          "capabilities",
          "readOnlyRootFilesystem",
          "privileged",
          "allowPrivilegeEscalation",
          "procMount");

  private PodCoherence() {}

  static void settle(ObjectNode pod, Dice dice) {
    settleHost(pod);
    settleNames(pod);
    settlePod(pod);
    Placement.settle(pod, dice);
    VolumeCoherence.settle(pod, dice);
    ContainerCoherence.settle(pod, dice);
    settleResources(pod);
    settleSystem(pod);
  }

  private static void settleHost(ObjectNode pod) {
    boolean host =
        pod.path("hostNetwork").asBoolean()
            || pod.path("hostPID").asBoolean()
            || pod.path("hostIPC").asBoolean();
    boolean devices =
        ContainerCoherence.all(pod).stream().anyMatch(container -> container.has("volumeDevices"));
    if (host || devices) {
      pod.remove("hostUsers");
    }
    if (pod.path("hostPID").asBoolean()) {
      pod.remove("shareProcessNamespace");
    }
    Tree.with(
        pod,
        "securityContext",
        security ->
            Tree.removeIf(
                security,
                "sysctls",
                s ->
                    pod.path("hostNetwork").asBoolean() && s.path("name").asText().startsWith("net")
                        || pod.path("hostIPC").asBoolean()
                            && s.path("name").asText().startsWith("kernel")));
  }

  private static void settleNames(ObjectNode pod) {
    if (pod.has("hostnameOverride")) {
      pod.remove(List.of("hostNetwork", "setHostnameAsFQDN"));
    }
    if (pod.has("serviceAccount")) {
      pod.put("serviceAccount", pod.path("serviceAccountName").asText("default"));
      pod.put("serviceAccountName", pod.path("serviceAccount").asText());
    }
  }

  private static void settlePod(ObjectNode pod) {
    if (Tree.is(pod, "dnsPolicy", "None")) {
      ObjectNode dns = pod.withObject("/dnsConfig");
      if (!dns.has("nameservers")) {
        dns.putArray("nameservers").add("1.1.1.1");
      }
    }
    if (pod.has("schedulingGates")) {
      pod.remove("nodeName");
    }
    Tree.with(
        pod,
        "securityContext",
        security -> {
          Profiles.settle(security);
          Distinct.by(security, "sysctls", "name");
          Distinct.by(security, "supplementalGroups");
        });
    Tree.with(pod, "dnsConfig", dns -> Distinct.by(dns, "nameservers"));
    Distinct.by(pod, "hostAliases", "ip");
  }

  /** The pod's own amounts are not less than those of its containers. */
  private static void settleResources(ObjectNode pod) {
    Tree.with(
        pod,
        "resources",
        resources -> {
          Tree.with(resources, "limits", l -> grow(l, "40", "40Gi"));
          Tree.with(resources, "requests", r -> grow(r, "30", "30Gi"));
          resources.remove("claims");
        });
  }

  private static void grow(ObjectNode amounts, String cpu, String memory) {
    amounts.removeAll();
    amounts.put("cpu", cpu).put("memory", memory);
  }

  private static void settleSystem(ObjectNode pod) {
    if (Tree.is(pod.path("os"), "name", "windows")) {
      pod.remove(NOT_ON_WINDOWS);
      Tree.each(pod, "securityContext", o -> windows((ObjectNode) o.get("securityContext")));
      return;
    }
    Tree.each(pod, "windowsOptions", o -> o.remove("windowsOptions"));
  }

  private static void windows(ObjectNode security) {
    security.remove(NOT_ON_WINDOWS_SECURITY);
    Tree.with(security, "windowsOptions", options -> options.put("hostProcess", false));
  }
}
