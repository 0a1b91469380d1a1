// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.realapps.Transport.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Adopts an app that kubectl has applied, with the spec that Roadstead reads of it; writes the same
 * again; and then another image.
 */
final class AdoptCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String IMAGE = "registry.example.org/another/image:1.2.3";
  private static final String IMAGE_PATH = "Deployment.spec.template.spec.containers[";

  private final Manifest manifest;
  private final Leg leg;
  private final Transport transport;
  private Objects before;

  AdoptCheck(Manifest manifest, Leg leg, Transport transport) {
    this.manifest = manifest;
    this.leg = leg;
    this.transport = transport;
  }

  /** What the app consists of at a moment. */
  private record Objects(
      JsonNode deployment, Map<String, JsonNode> services, Map<String, JsonNode> autoscalers) {}

  /** What changed or was refused when the app was adopted as it is. */
  List<String> adopt() {
    manifest.others().forEach(leg::applyIfServed);
    manifest.services().forEach(leg::apply);
    manifest.autoscaler().ifPresent(leg::apply);
    leg.apply(manifest.deployment());
    before = observed();
    Reply read = awaitRead();
    return read.ok() ? written(read.spec(), true) : List.of("read: " + read.error());
  }

  /** What changed, was refused or was not reported as unchanged when it was written once more. */
  List<String> again() {
    before = observed();
    Reply read = transport.get(leg.namespace, manifest.app());
    if (!read.ok()) {
      return List.of("read: " + read.error());
    }
    Reply reply = transport.deploy(leg.namespace, manifest.app(), read.spec(), false);
    if (!reply.ok()) {
      return List.of(reply.error());
    }
    List<String> losses = new ArrayList<>(changes());
    reply
        .app()
        .path("objects")
        .forEach(
            object -> {
              if (!object.path("outcome").asText().equals("UNCHANGED")) {
                losses.add("outcome: " + object);
              }
            });
    return losses;
  }

  /** What changed besides the image of the first container. */
  List<String> newImage() {
    before = observed();
    Reply read = transport.get(leg.namespace, manifest.app());
    if (!read.ok()) {
      return List.of("read: " + read.error());
    }
    ObjectNode spec = read.spec().deepCopy();
    ((ObjectNode) spec.path("containers").path(0)).put("image", IMAGE);
    List<String> losses = new ArrayList<>(written(spec, false));
    boolean updated =
        losses.removeIf(
            change -> change.startsWith(IMAGE_PATH) && change.endsWith("\"" + IMAGE + "\""));
    if (!updated && losses.isEmpty()) {
      losses.add("the image has not changed");
    }
    return losses;
  }

  private List<String> written(JsonNode spec, boolean adopt) {
    Reply reply = transport.deploy(leg.namespace, manifest.app(), spec, adopt);
    return reply.ok() ? changes() : List.of(reply.error());
  }

  /** The cache of the service is behind by a moment. */
  private Reply awaitRead() {
    Reply[] last = new Reply[1];
    try {
      await()
          .atMost(PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(50))
          .until(
              () -> {
                last[0] = transport.get(leg.namespace, manifest.app());
                return last[0].ok()
                    && (manifest.services().isEmpty() || last[0].spec().has("exposure"))
                    && (manifest.autoscaler().isEmpty() || last[0].spec().has("autoscaling"));
              });
    } catch (ConditionTimeoutException e) {
      // What is missing shows in what changes.
    }
    return last[0];
  }

  private Objects observed() {
    JsonNode deployment =
        leg.deployment(manifest.app())
            .orElseThrow(() -> new AssertionError("no Deployment " + manifest.app()));
    return new Objects(deployment, leg.services(), leg.autoscalers());
  }

  private List<String> changes() {
    Objects after = observed();
    List<String> changes = new ArrayList<>();
    compare("Deployment", before.deployment(), after.deployment(), changes);
    compare("Service", before.services(), after.services(), changes);
    compare("HorizontalPodAutoscaler", before.autoscalers(), after.autoscalers(), changes);
    return changes;
  }

  private void compare(
      String kind, Map<String, JsonNode> from, Map<String, JsonNode> to, List<String> changes) {
    var names = new TreeSet<>(from.keySet());
    names.addAll(to.keySet());
    for (String name : names) {
      if (!from.containsKey(name) || !to.containsKey(name)) {
        changes.add(kind + "/" + name + (from.containsKey(name) ? " is gone" : " is new"));
        continue;
      }
      compare(kind + "/" + name, from.get(name), to.get(name), changes);
    }
  }

  private void compare(String at, JsonNode from, JsonNode to, List<String> changes) {
    changes.addAll(Differences.between(at + ".spec", spec(from), spec(to)));
    for (String kind : List.of("labels", "annotations")) {
      String pointer = "/metadata/" + kind;
      changes.addAll(
          Differences.missing(
              at + ".metadata." + kind, MetadataNormal.own(from.at(pointer)), to.at(pointer)));
    }
  }

  /** The autoscaler may change the number of pods at any time. */
  private JsonNode spec(JsonNode object) {
    ObjectNode spec = object.path("spec").deepCopy();
    if (manifest.autoscaler().isPresent()) {
      spec.remove("replicas");
    }
    return spec;
  }
}
