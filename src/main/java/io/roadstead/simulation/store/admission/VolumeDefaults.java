// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Defaults of the volumes of a pod. */
final class VolumeDefaults {
  private static final int FILE_MODE = 0644;
  private static final int TOKEN_SECONDS = 3600;

  private static final Map<String, Consumer<ObjectNode>> BY_SOURCE =
      Map.of(
          "secret", VolumeDefaults::mode,
          "configMap", VolumeDefaults::mode,
          "projected", VolumeDefaults::projected,
          "downwardAPI", VolumeDefaults::downward,
          "hostPath", path -> Defaults.put(path, "type", ""),
          "ephemeral", VolumeDefaults::ephemeral,
          "image", VolumeDefaults::image,
          "iscsi", iscsi -> Defaults.put(iscsi, "iscsiInterface", "default"),
          "rbd", VolumeDefaults::blockDevice,
          "azureDisk", VolumeDefaults::azureDisk);

  private VolumeDefaults() {}

  /** A volume without a source is an empty directory. */
  static void volume(ObjectNode volume) {
    if (volume.size() == 1) {
      volume.putObject("emptyDir");
    }
    for (Map.Entry<String, Consumer<ObjectNode>> source : BY_SOURCE.entrySet()) {
      Containers.objectAt(volume.path(source.getKey())).ifPresent(source.getValue());
    }
    Containers.objectAt(volume.path("scaleIO"))
        .ifPresent(
            volumeSource -> {
              Defaults.put(volumeSource, "storageMode", "ThinProvisioned");
              Defaults.put(volumeSource, "fsType", "xfs");
            });
  }

  private static void mode(ObjectNode files) {
    Defaults.put(files, "defaultMode", FILE_MODE);
  }

  private static void downward(ObjectNode source) {
    mode(source);
    fieldReferences(source.path("items"));
  }

  private static void projected(ObjectNode projected) {
    mode(projected);
    for (JsonNode source : projected.path("sources")) {
      Containers.objectAt(source.path("serviceAccountToken"))
          .ifPresent(token -> Defaults.put(token, "expirationSeconds", TOKEN_SECONDS));
      fieldReferences(source.path("downwardAPI").path("items"));
    }
  }

  /** References to fields of the pod, in variables and in files. */
  static void fieldReferences(JsonNode entries) {
    for (JsonNode entry : entries) {
      for (JsonNode parent : List.of(entry, entry.path("valueFrom"))) {
        Containers.objectAt(parent.path("fieldRef"))
            .ifPresent(reference -> Defaults.put(reference, "apiVersion", "v1"));
      }
    }
  }

  private static void ephemeral(ObjectNode source) {
    Containers.objectAt(source.path("volumeClaimTemplate").path("spec"))
        .ifPresent(spec -> Defaults.put(spec, "volumeMode", "Filesystem"));
  }

  private static void image(ObjectNode image) {
    Defaults.put(image, "pullPolicy", PodDefaults.pullPolicy(image.path("reference").asText()));
  }

  private static void blockDevice(ObjectNode device) {
    Defaults.put(device, "pool", "rbd");
    Defaults.put(device, "user", "admin");
    Defaults.put(device, "keyring", "/etc/ceph/keyring");
  }

  private static void azureDisk(ObjectNode disk) {
    Defaults.put(disk, "cachingMode", "ReadWrite");
    Defaults.put(disk, "kind", "Shared");
    Defaults.put(disk, "fsType", "ext4");
    Defaults.put(disk, "readOnly", false);
  }
}
