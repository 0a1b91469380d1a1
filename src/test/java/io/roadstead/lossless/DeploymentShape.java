// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Deployments of every shape. */
final class DeploymentShape {
  private DeploymentShape() {}

  static ObjectNode of(Walk walk, Dice dice, String name) {
    ObjectNode spec = walk.object("DeploymentSpec");
    select(spec, dice, name);
    strategy(spec);
    replicas(spec, dice);
    PodCoherence.settle((ObjectNode) spec.at("/template/spec"), dice);
    return ObjectShape.of("apps/v1", "Deployment", name, spec, dice);
  }

  /** The selector has labels of the template, as equalities, as expressions or as both. */
  private static void select(ObjectNode spec, Dice dice, String name) {
    ObjectNode labels = spec.withObject("/template/metadata/labels");
    String key = dice.oneOf("app", "app.kubernetes.io/name", "run", "k8s-app");
    labels.put(key, name);
    boolean expressions = spec.path("selector").has("matchExpressions");
    boolean equalities = spec.path("selector").has("matchLabels") || !expressions;
    ObjectNode selector = spec.putObject("selector");
    if (equalities) {
      selector.putObject("matchLabels").put(key, name);
    }
    if (expressions) {
      ObjectNode requirement = selector.putArray("matchExpressions").addObject();
      requirement.put("key", key).put("operator", "In").putArray("values").add(name).add("other");
      if (equalities && dice.chance(0.5)) {
        requirement.put("key", "absent").put("operator", "DoesNotExist").remove("values");
      }
    }
  }

  /** Most apps are stopped: what their pods do is not the question here. */
  private static void replicas(ObjectNode spec, Dice dice) {
    if (!spec.has("replicas") && dice.chance(0.6)) {
      spec.put("replicas", 0);
    }
  }

  private static void strategy(ObjectNode spec) {
    Tree.with(
        spec,
        "strategy",
        strategy -> {
          if (strategy.has("rollingUpdate")) {
            strategy.put("type", "RollingUpdate");
          }
          Tree.with(strategy, "rollingUpdate", DeploymentShape::percent);
        });
    if (spec.has("minReadySeconds") && !spec.has("progressDeadlineSeconds")) {
      spec.put("progressDeadlineSeconds", 600);
    }
  }

  private static void percent(ObjectNode update) {
    if (update.path("maxSurge").asInt() == 3) {
      update.put("maxSurge", "30%");
    }
    if (update.path("maxUnavailable").asInt() == 2) {
      update.put("maxUnavailable", "50%");
    }
  }
}
