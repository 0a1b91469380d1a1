// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes apps of every shape that Kubernetes has. Three of four seeds make a small app around one
 * value of the schema, the fourth makes one with many fields.
 */
final class AppGenerator {
  private static final Schema SCHEMA = Schema.bundled();

  /** The types whose values the seeds go through. */
  private static final List<String> TYPES =
      List.of("DeploymentSpec", "ServiceSpec", "HorizontalPodAutoscalerSpec");

  private static final List<String> FOCUSES = focuses();

  /** Neighbouring seeds are about values that are far from each other. */
  private static final int STRIDE = 7919;

  private static final List<Double> DENSITIES = List.of(0.05, 0.15, 0.3, 0.5);

  private AppGenerator() {}

  static AppCase of(long seed) {
    var dice = new Dice(seed);
    String name = "app-" + Long.toString(seed, 36).replace('-', 'n');
    int quarter = (int) Math.floorMod(seed, 4L);
    if (quarter == 3) {
      return app(seed, dice, name, dice.oneOf(DENSITIES), "", "");
    }
    long number = Math.floorDiv(seed, 4L) * 3 + quarter;
    String focus = FOCUSES.get((int) Math.floorMod(number * STRIDE, (long) FOCUSES.size()));
    int colon = focus.indexOf(':');
    return app(seed, dice, name, 0.01, focus.substring(0, colon), focus.substring(colon + 1));
  }

  private static AppCase app(
      long seed, Dice dice, String name, double density, String type, String path) {
    ObjectNode deployment =
        DeploymentShape.of(walk(dice, density, "DeploymentSpec", type, path), dice, name);
    boolean small = !type.isEmpty();
    boolean serves = type.equals("ServiceSpec") || dice.chance(small ? 0.1 : 0.5);
    ObjectNode service =
        serves
            ? ServiceShape.of(
                walk(dice, density, "ServiceSpec", type, path), dice, name(name, dice), deployment)
            : null;
    String autoscaling = "HorizontalPodAutoscalerSpec";
    boolean scales = type.equals(autoscaling) || dice.chance(small ? 0.05 : 0.3);
    ObjectNode autoscaler =
        scales
            ? AutoscalerShape.of(
                walk(dice, density, autoscaling, type, path), dice, name(name, dice), deployment)
            : null;
    Creation creation = dice.oneOf(List.of(Creation.values()));
    return new AppCase(seed, deployment, service, autoscaler, creation);
  }

  /** Most objects have the name of the app, some another. */
  private static String name(String app, Dice dice) {
    return dice.chance(0.85) ? app : app + "-other";
  }

  private static Walk walk(
      Dice dice, double density, String type, String focusType, @Nullable String path) {
    return new Walk(SCHEMA, dice, density, type.equals(focusType) ? path : null);
  }

  private static List<String> focuses() {
    List<String> focuses = new ArrayList<>();
    for (String type : TYPES) {
      SCHEMA.leaves(type).keySet().forEach(path -> focuses.add(type + ":" + path));
    }
    return List.copyOf(focuses);
  }
}
