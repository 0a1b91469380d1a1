// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.realapps.Transport.Reply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Deploys the spec of a manifest as a new app, and compares its objects with the manifest. */
final class DeployCheck {
  private final Manifest manifest;
  private final Leg leg;
  private final Transport transport;
  private final List<String> losses = new ArrayList<>();

  DeployCheck(Manifest manifest, Leg leg, Transport transport) {
    this.manifest = manifest;
    this.leg = leg;
    this.transport = transport;
  }

  /** What is lost; empty when nothing is. */
  List<String> losses() {
    JsonNode deployment = leg.defaulted(manifest.deployment());
    List<JsonNode> services = manifest.services().stream().limit(1).map(leg::defaulted).toList();
    List<JsonNode> autoscalers = manifest.autoscaler().stream().map(leg::defaulted).toList();
    manifest.others().forEach(leg::applyIfServed);
    Reply reply =
        transport.deploy(leg.namespace, manifest.app(), ManifestToSpec.spec(manifest), false);
    if (!reply.ok()) {
      return List.of(reply.error());
    }
    JsonNode found =
        leg.deployment(manifest.app())
            .orElseThrow(() -> new AssertionError("no Deployment " + manifest.app()));
    var normal = new DeploymentNormal(manifest);
    losses.addAll(
        Differences.between("Deployment", normal.expected(deployment), normal.actual(found)));
    metadata(deployment, found, "Deployment.metadata");
    metadata(
        deployment.at("/spec/template"),
        found.at("/spec/template"),
        "Deployment.spec.template.metadata");
    services(services, leg.services().values());
    autoscalers(autoscalers, leg.autoscalers().values());
    return losses;
  }

  private void services(List<JsonNode> expected, Collection<JsonNode> actual) {
    if (!counted("Service", expected, actual)) {
      return;
    }
    JsonNode raw = manifest.services().get(0);
    JsonNode wanted = expected.get(0);
    JsonNode found = actual.iterator().next();
    losses.addAll(
        Differences.between(
            "Service.spec", ExposureNormal.spec(raw, wanted), ExposureNormal.spec(raw, found)));
    metadata(wanted, found, "Service.metadata");
  }

  private void autoscalers(List<JsonNode> expected, Collection<JsonNode> actual) {
    if (counted("HorizontalPodAutoscaler", expected, actual)) {
      losses.addAll(
          Differences.between(
              "HorizontalPodAutoscaler.spec",
              ExposureNormal.autoscaler(expected.get(0)),
              ExposureNormal.autoscaler(actual.iterator().next())));
    }
  }

  /** Whether there is one to compare. */
  private boolean counted(String kind, List<JsonNode> expected, Collection<JsonNode> actual) {
    if (expected.size() != actual.size()) {
      losses.add(kind + "s: " + expected.size() + " -> " + actual.size());
    }
    return !expected.isEmpty() && !actual.isEmpty();
  }

  private void metadata(JsonNode expected, JsonNode actual, String at) {
    for (String kind : List.of("labels", "annotations")) {
      String pointer = "/metadata/" + kind;
      losses.addAll(
          Differences.missing(
              at + "." + kind, MetadataNormal.own(expected.at(pointer)), actual.at(pointer)));
    }
  }
}
