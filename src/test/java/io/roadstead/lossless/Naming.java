// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;

/** A new image, scale, expose and unexpose change only what they name. */
final class Naming {
  private static final String IMAGE = "luksa/kubia:2.0";
  private static final String EXPOSURE =
      """
      {"type": "NODE_PORT", "ports": [{"name": "web", "port": 81, "targetPort": "8080"}]}""";

  private Naming() {}

  static void check(Trial trial) {
    AppApi.Answer read = trial.read();
    if (!trial.succeeds("GET", read)) {
      return;
    }
    Options adopt = new Options(true, false, false);
    AppApi.Answer adopted = trial.apps.put(trial.app.name(), read.spec(), adopt);
    if (!trial.succeeds("adopt", adopted)) {
      return;
    }
    changeImage(trial);
    if (trial.app.autoscaler() == null) {
      scale(trial);
    }
    expose(trial);
    unexpose(trial);
  }

  private static void changeImage(Trial trial) {
    ObjectNode spec = trial.read().spec().deepCopy();
    ((ObjectNode) spec.at("/containers/0")).put("image", IMAGE);
    Snapshot before = trial.snapshot();
    AppApi.Answer answer = trial.apps.put(trial.app.name(), spec, new Options(false, false, false));
    boolean done = trial.succeeds("new image", answer);
    String path = "Deployment.spec.template.spec.containers[0].image";
    trial.keeps("new image", before, at(path).or(at("Deployment.spec." + Snapshot.REVISION)));
    if (done && before.until(trial.snapshot()).stream().noneMatch(at(path))) {
      trial.find("new image: not there", answer.outcomes());
    }
  }

  private static void scale(Trial trial) {
    Snapshot before = trial.snapshot();
    trial.succeeds("scale", trial.apps.scale(trial.app.name(), 3));
    trial.keeps("scale", before, at("Deployment.spec.replicas"));
  }

  private static void expose(Trial trial) {
    Snapshot before = trial.snapshot();
    AppApi.Answer answer = trial.apps.expose(trial.app.name(), EXPOSURE);
    if (!isOfSomebodyElse(answer)) {
      trial.succeeds("expose", answer);
    }
    trial.keeps("expose", before, Naming::isOfService);
    if (answer.ok()) {
      exposedAsAsked(trial);
    }
  }

  /** A Service that existed keeps what an exposure does not name. */
  private static void exposedAsAsked(Trial trial) {
    JsonNode type = trial.read().spec().at("/exposure/type");
    if (!type.asText().equals("NODE_PORT")) {
      trial.find("expose: not as asked", "exposure.type is " + type);
    }
  }

  private static void unexpose(Trial trial) {
    Snapshot before = trial.snapshot();
    AppApi.Answer answer = trial.apps.unexpose(trial.app.name());
    if (!isOfSomebodyElse(answer)) {
      trial.succeeds("unexpose", answer);
    }
    trial.keeps("unexpose", before, Naming::isOfService);
  }

  /** A Service that Roadstead did not adopt may be left to its owner. */
  private static boolean isOfSomebodyElse(AppApi.Answer answer) {
    return answer.body().path("reason").asText().equals("FAILED_PRECONDITION");
  }

  private static boolean isOfService(Difference difference) {
    return difference.path().startsWith("Service");
  }

  private static Predicate<Difference> at(String path) {
    return difference -> difference.path().equals(path);
  }
}
