// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Makes the volumes of a pod valid, and lets its containers use volumes that exist. */
final class VolumeCoherence {
  private VolumeCoherence() {}

  static void settle(ObjectNode pod, Dice dice) {
    for (ObjectNode volume : Tree.list(pod, "volumes")) {
      Tree.with(volume, "ephemeral", e -> claim(e.withObject("/volumeClaimTemplate/spec")));
      Tree.with(volume, "iscsi", VolumeCoherence::iscsi);
      Tree.with(volume, "azureDisk", VolumeCoherence::azureDisk);
    }
    Tree.each(pod, "resource", selector -> containerOf(selector, pod));
    for (ObjectNode container : ContainerCoherence.all(pod)) {
      boolean claims = !container.has("volumeDevices");
      Tree.list(container, "volumeMounts").forEach(m -> m.put("name", mounted(pod, dice, claims)));
      Tree.list(container, "volumeDevices").forEach(m -> m.put("name", device(pod, dice)));
      Distinct.by(container, "volumeDevices", "name");
    }
    Tree.each(
        pod,
        "fileKeyRef",
        v -> ((ObjectNode) v.get("fileKeyRef")).put("volumeName", empty(pod, dice)));
  }

  private static void claim(ObjectNode spec) {
    if (spec.has("dataSource") && spec.has("dataSourceRef")) {
      spec.set("dataSourceRef", spec.get("dataSource").deepCopy());
    }
  }

  private static void iscsi(ObjectNode iscsi) {
    boolean chap =
        iscsi.path("chapAuthDiscovery").asBoolean() || iscsi.path("chapAuthSession").asBoolean();
    if (chap && !iscsi.has("secretRef")) {
      iscsi.putObject("secretRef").put("name", "chap");
    }
    if (iscsi.has("initiatorName")) {
      iscsi.put("iscsiInterface", "default");
    }
  }

  private static void azureDisk(ObjectNode disk) {
    if (Tree.is(disk, "kind", "Managed")) {
      disk.put("diskURI", "/subscriptions/x/disks/y");
    }
  }

  private static void containerOf(ObjectNode selector, ObjectNode pod) {
    selector.put("containerName", pod.path("containers").path(0).path("name").asText());
  }

  /** A volume to mount; one that a container uses as a device can't be mounted. */
  private static String mounted(ObjectNode pod, Dice dice, boolean claims) {
    List<String> found =
        names(
            pod,
            v ->
                (claims || !v.has("persistentVolumeClaim"))
                    && !Tree.is(
                        v.at("/ephemeral/volumeClaimTemplate/spec"), "volumeMode", "Block"));
    return found.isEmpty() ? empty(pod, dice) : dice.oneOf(found);
  }

  private static String device(ObjectNode pod, Dice dice) {
    List<String> found = names(pod, v -> v.has("persistentVolumeClaim"));
    if (!found.isEmpty()) {
      return dice.oneOf(found);
    }
    String name = dice.name("block");
    ObjectNode volume = pod.withArray("/volumes").addObject().put("name", name);
    volume.putObject("persistentVolumeClaim").put("claimName", "data");
    return name;
  }

  private static String empty(ObjectNode pod, Dice dice) {
    List<String> found = names(pod, v -> v.has("emptyDir"));
    if (!found.isEmpty()) {
      return dice.oneOf(found);
    }
    String name = dice.name("empty");
    pod.withArray("/volumes").addObject().put("name", name).putObject("emptyDir");
    return name;
  }

  private static List<String> names(ObjectNode pod, Predicate<JsonNode> condition) {
    return StreamSupport.stream(pod.path("volumes").spliterator(), false)
        .filter(condition)
        .map(volume -> volume.path("name").asText())
        .toList();
  }
}
