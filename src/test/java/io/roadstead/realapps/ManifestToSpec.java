// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The spec, in the JSON of the contract, that a manifest asks for. */
final class ManifestToSpec {
  private ManifestToSpec() {}

  static ObjectNode spec(Manifest manifest) {
    JsonNode deployment = manifest.deployment();
    JsonNode pod = manifest.pod();
    Tree spec =
        Tree.of(pod)
            .each("containers", "containers", ContainerPart::container)
            .each("initContainers", "initContainers", ContainerPart::container)
            .each("volumes", "volumes", VolumePart::volume)
            .each("imagePullSecrets", "imagePullSecrets", secret -> secret.path("name"))
            .keep("serviceAccountName", "shareProcessNamespace", "readinessGates")
            .copy("enableServiceLinks", "serviceLinks")
            .copy("terminationGracePeriodSeconds", "gracePeriodSeconds");
    say(spec, "security", SecurityPart.ofPod(pod));
    say(spec, "placement", PlacementPart.placement(pod, deployment.at("/spec/selector")));
    say(spec, "update", UpdatePart.update(deployment.path("spec")));
    say(spec, "labels", MetadataPart.labels(manifest));
    say(spec, "annotations", MetadataPart.annotations(manifest));
    scale(spec, manifest);
    manifest.services().stream()
        .findFirst()
        .ifPresent(service -> spec.with("exposure", ExposurePart.exposure(service)));
    return spec.done();
  }

  private static void scale(Tree spec, Manifest manifest) {
    manifest
        .autoscaler()
        .ifPresentOrElse(
            autoscaler -> spec.with("autoscaling", AutoscalingPart.autoscaling(autoscaler)),
            () ->
                spec.with(
                    "replicas",
                    Tree.MAPPER
                        .getNodeFactory()
                        .numberNode(manifest.deployment().at("/spec/replicas").asInt(1))));
  }

  private static void say(Tree spec, String name, ObjectNode part) {
    if (!part.isEmpty()) {
      spec.with(name, part);
    }
  }
}
