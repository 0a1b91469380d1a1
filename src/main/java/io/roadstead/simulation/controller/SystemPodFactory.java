// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.system.Placeholders;
import io.roadstead.simulation.system.PlannedNode;
import io.roadstead.simulation.system.SystemPod;

/** Builds the pods of a system in kube-system. */
final class SystemPodFactory {
  private static final String NAMESPACE = "kube-system";

  private final String version;

  SystemPodFactory(String version) {
    this.version = version;
  }

  /** The pod on its node; the version of its image has no vendor suffix. */
  ObjectNode desired(SystemPod pod, PlannedNode planned, JsonNode node) {
    Placeholders texts =
        planned
            .texts()
            .with("node", planned.name())
            .with("version", version.replaceFirst("[-+].*", ""));
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = object.putObject("metadata").put("namespace", NAMESPACE);
    metadata.put("name", texts.fill(pod.name()));
    texts.fill(pod.labels()).forEach(metadata.putObject("labels")::put);
    ObjectNode annotations = metadata.putObject("annotations");
    texts.fill(pod.annotations()).forEach(annotations::put);
    if (pod.mirror()) {
      mirror(metadata, annotations, node);
    }
    ObjectNode spec = object.putObject("spec").put("nodeName", planned.name());
    spec.put("hostNetwork", true).put("priorityClassName", "system-node-critical");
    spec.putArray("tolerations").addObject().put("operator", "Exists");
    spec.putArray("containers")
        .addObject()
        .put("name", pod.labels().getOrDefault("component", "main"))
        .put("image", texts.fill(pod.image()));
    return object;
  }

  /** The mirror pod of a static pod. */
  private static void mirror(ObjectNode metadata, ObjectNode annotations, JsonNode node) {
    String hash = Digests.hex(metadata.path("name").asText()).substring(0, 32);
    annotations
        .put("kubernetes.io/config.source", "file")
        .put("kubernetes.io/config.hash", hash)
        .put("kubernetes.io/config.mirror", hash);
    metadata
        .putArray("ownerReferences")
        .addObject()
        .put("apiVersion", "v1")
        .put("kind", "Node")
        .put("name", Meta.name(node))
        .put("uid", Meta.uid(node))
        .put("controller", true);
  }
}
