// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Makes the fields of containers fit to each other. */
final class ContainerCoherence {
  private static final List<String> OF_RUNNING =
      List.of("lifecycle", "livenessProbe", "readinessProbe", "startupProbe");

  private ContainerCoherence() {}

  static List<ObjectNode> all(ObjectNode pod) {
    List<ObjectNode> all = new ArrayList<>(Tree.list(pod, "containers"));
    all.addAll(Tree.list(pod, "initContainers"));
    return all;
  }

  static void settle(ObjectNode pod, Dice dice) {
    for (ObjectNode container : Tree.list(pod, "initContainers")) {
      if (OF_RUNNING.stream().anyMatch(container::has)) {
        container.put("restartPolicy", "Always");
      }
      Restarts.settle(container, dice, true);
    }
    Tree.list(pod, "containers").forEach(container -> Restarts.settle(container, dice, false));
    for (ObjectNode container : all(pod)) {
      probes(container);
      mounts(container);
      security(pod, container);
      claims(pod, container, dice);
      ports(pod, container);
      Distinct.by(container, "resizePolicy", "resourceName");
      if (container.path("stdinOnce").asBoolean()) {
        container.put("stdin", true);
      }
    }
  }

  private static void probes(ObjectNode container) {
    for (String name : List.of("livenessProbe", "startupProbe")) {
      Tree.with(
          container,
          name,
          probe -> {
            if (probe.has("successThreshold")) {
              probe.put("successThreshold", 1);
            }
          });
    }
    Tree.with(container, "readinessProbe", probe -> probe.remove("terminationGracePeriodSeconds"));
  }

  private static void mounts(ObjectNode container) {
    boolean privileged = container.path("securityContext").path("privileged").asBoolean();
    for (ObjectNode mount : Tree.list(container, "volumeMounts")) {
      if (mount.has("recursiveReadOnly")) {
        mount.put("readOnly", true);
        mount.remove("mountPropagation");
      }
      if (!privileged && Tree.is(mount, "mountPropagation", "Bidirectional")) {
        mount.put("mountPropagation", "HostToContainer");
      }
    }
  }

  private static void security(ObjectNode pod, ObjectNode container) {
    Tree.with(
        container,
        "securityContext",
        security -> {
          Profiles.settle(security);
          if (security.path("privileged").asBoolean()) {
            security.remove("allowPrivilegeEscalation");
          }
          boolean devices = all(pod).stream().anyMatch(c -> c.has("volumeDevices"));
          if (devices && security.has("procMount")) {
            security.put("procMount", "Default");
          }
          if (Tree.is(security, "procMount", "Unmasked")) {
            pod.put("hostUsers", false);
            pod.remove(List.of("hostNetwork", "hostPID", "hostIPC"));
          }
        });
  }

  private static void claims(ObjectNode pod, ObjectNode container, Dice dice) {
    Tree.with(
        container,
        "resources",
        resources -> {
          for (ObjectNode claim : Tree.list(resources, "claims")) {
            claim.put("name", claim(pod, dice));
          }
          Distinct.by(resources, "claims", "name");
        });
  }

  private static String claim(ObjectNode pod, Dice dice) {
    if (!pod.has("resourceClaims")) {
      pod.putArray("resourceClaims")
          .addObject()
          .put("name", dice.name("claim"))
          .put("resourceClaimName", "gpu");
    }
    List<ObjectNode> claims = Tree.list(pod, "resourceClaims");
    return dice.oneOf(claims).path("name").asText();
  }

  private static void ports(ObjectNode pod, ObjectNode container) {
    if (!pod.path("hostNetwork").asBoolean()) {
      return;
    }
    Tree.list(container, "ports")
        .forEach(port -> port.put("hostPort", port.path("containerPort").asInt()));
  }
}
