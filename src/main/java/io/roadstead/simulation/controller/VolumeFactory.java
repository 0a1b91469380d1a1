// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds the PersistentVolume that a provisioner makes for a claim. */
final class VolumeFactory {
  private VolumeFactory() {}

  static String name(JsonNode claim) {
    return "pvc-" + Meta.uid(claim);
  }

  static ObjectNode desired(ObjectNode claim, JsonNode storageClass) {
    ObjectNode volume = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = volume.putObject("metadata").put("name", name(claim));
    String provisioner = storageClass.path("provisioner").asText();
    metadata.putObject("annotations").put("pv.kubernetes.io/provisioned-by", provisioner);
    JsonNode wanted = claim.path("spec");
    ObjectNode spec = volume.putObject("spec");
    spec.putObject("capacity").setAll(size(claim));
    spec.set("accessModes", wanted.path("accessModes").deepCopy());
    spec.put("volumeMode", wanted.path("volumeMode").asText("Filesystem"));
    spec.put("persistentVolumeReclaimPolicy", storageClass.path("reclaimPolicy").asText("Delete"));
    spec.put("storageClassName", Meta.name(storageClass));
    spec.putObject("csi").put("driver", provisioner).put("volumeHandle", name(claim));
    spec.putObject("claimRef")
        .put("apiVersion", "v1")
        .put("kind", "PersistentVolumeClaim")
        .put("namespace", Meta.namespace(claim))
        .put("name", Meta.name(claim))
        .put("uid", Meta.uid(claim));
    return volume;
  }

  /** The size that a claim requests, as a capacity. */
  static ObjectNode size(JsonNode claim) {
    JsonNode storage = claim.path("spec").path("resources").path("requests").path("storage");
    return JsonNodeFactory.instance.objectNode().put("storage", storage.asText("0"));
  }
}
