// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Volumes. */
final class VolumePart {
  private VolumePart() {}

  static ObjectNode volume(JsonNode volume) {
    return Tree.of(volume)
        .keep("name")
        .map(
            "emptyDir",
            "empty",
            empty -> Tree.of(empty).keep("medium").text("sizeLimit", "sizeLimit").done())
        .map("configMap", "config", config -> files(config, "name"))
        .map("secret", "secret", secret -> files(secret, "secretName"))
        .map("persistentVolumeClaim", "claim", VolumePart::claim)
        .map("projected", "projected", VolumePart::projected)
        .map("downwardAPI", "downward", VolumePart::downward)
        .map("csi", "csi", VolumePart::csi)
        .keep("nfs")
        .map("ephemeral", "ephemeral", VolumePart::ephemeral)
        .done();
  }

  private static ObjectNode files(JsonNode source, String name) {
    return Tree.of(source)
        .copy(name, "name")
        .copy("defaultMode", "mode")
        .keep("items")
        .keep("optional")
        .done();
  }

  private static ObjectNode claim(JsonNode claim) {
    return Tree.of(claim).copy("claimName", "name").keep("readOnly").done();
  }

  private static ObjectNode projected(JsonNode projected) {
    return Tree.of(projected)
        .copy("defaultMode", "mode")
        .each("sources", "sources", VolumePart::source)
        .done();
  }

  private static ObjectNode source(JsonNode source) {
    return Tree.of(source)
        .copy("configMap", "config")
        .keep("secret")
        .copy("serviceAccountToken", "token")
        .map(
            "downwardAPI",
            "fields",
            fields -> Tree.of(fields).each("items", "items", VolumePart::field).done())
        .done();
  }

  private static ObjectNode downward(JsonNode source) {
    return Tree.of(source)
        .copy("defaultMode", "mode")
        .each("items", "items", VolumePart::field)
        .done();
  }

  private static ObjectNode csi(JsonNode source) {
    return Tree.of(source)
        .keep("driver", "readOnly", "fsType")
        .copy("volumeAttributes", "attributes")
        .map("nodePublishSecretRef", "secret", reference -> reference.path("name"))
        .done();
  }

  private static ObjectNode ephemeral(JsonNode source) {
    JsonNode template = source.path("volumeClaimTemplate");
    Tree claim =
        Tree.of(template.path("spec"))
            .keep("accessModes")
            .copy("storageClassName", "storageClass")
            .with("size", template.at("/spec/resources/requests/storage").asText());
    claim.done().setAll(Tree.of(template.path("metadata")).keep("labels", "annotations").done());
    return claim.done();
  }

  private static ObjectNode field(JsonNode item) {
    return Tree.of(item)
        .keep("path", "mode")
        .map("fieldRef", "fieldRef", field -> field.path("fieldPath"))
        .map("resourceFieldRef", "resourceRef", ContainerPart::resource)
        .done();
  }
}
