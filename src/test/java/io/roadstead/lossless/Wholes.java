// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists and maps whose elements must fit to each other. */
final class Wholes {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Map<String, Function<Dice, JsonNode>> WHOLES =
      Map.ofEntries(
          Map.entry("ResourceRequirements.limits", d -> amounts(d, 1000, 512)),
          Map.entry("ResourceRequirements.requests", d -> amounts(d, 100, 64)),
          Map.entry("VolumeResourceRequirements.limits", d -> storage(d, "5Gi")),
          Map.entry("VolumeResourceRequirements.requests", d -> storage(d, "1Gi")),
          Map.entry("PodSpec.overhead", d -> amounts(d, 10, 8)),
          Map.entry("PersistentVolumeClaimSpec.accessModes", Wholes::accessModes),
          Map.entry("ServiceSpec.ipFamilies", d -> JSON.arrayNode().add("IPv4")),
          Map.entry("ObjectMeta.labels", Wholes::labels),
          Map.entry("ObjectMeta.annotations", Wholes::annotations));

  private Wholes() {}

  static @Nullable JsonNode of(String type, String field, Dice dice) {
    Function<Dice, JsonNode> whole = WHOLES.get(type + "." + field);
    return whole == null ? null : whole.apply(dice);
  }

  private static ObjectNode amounts(Dice dice, int milliCpu, int mebibytes) {
    ObjectNode amounts = JSON.objectNode();
    if (dice.chance(0.8)) {
      amounts.put("cpu", dice.oneOf(milliCpu + "m", "0." + milliCpu / 10, milliCpu + "m"));
    }
    if (dice.chance(0.8)) {
      amounts.put("memory", dice.oneOf(mebibytes + "Mi", mebibytes * 1024 + "Ki"));
    }
    if (dice.chance(0.3)) {
      amounts.put("ephemeral-storage", mebibytes + "Mi");
    }
    // The API server drops an empty map.
    return amounts.isEmpty() ? amounts.put("cpu", milliCpu + "m") : amounts;
  }

  private static ObjectNode storage(Dice dice, String amount) {
    return JSON.objectNode().put("storage", amount);
  }

  private static JsonNode accessModes(Dice dice) {
    return JSON.arrayNode()
        .add(dice.oneOf("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"));
  }

  private static ObjectNode labels(Dice dice) {
    ObjectNode labels = JSON.objectNode();
    for (int i = dice.between(1, 3); i > 0; i--) {
      labels.put(
          dice.oneOf(
              "team",
              "app.kubernetes.io/version",
              "app.kubernetes.io/component",
              "app.kubernetes.io/part-of",
              "helm.sh/chart",
              "example.org/" + dice.name("x"),
              "Upper_case.dots"),
          dice.oneOf("", "a", "v1.2_3-x", "0", "true", dice.name("value")));
    }
    return labels;
  }

  private static ObjectNode annotations(Dice dice) {
    ObjectNode annotations = JSON.objectNode();
    for (int i = dice.between(1, 3); i > 0; i--) {
      annotations.put(
          dice.oneOf(
              "prometheus.io/scrape",
              "kubectl.kubernetes.io/restartedAt",
              "kubectl.kubernetes.io/default-container",
              "sidecar.istio.io/inject",
              "checksum/config",
              "example.org/" + dice.name("x"),
              "contact"),
          dice.oneOf("", "true", "2026-01-02T03:04:05Z", "{\"a\": [1, \"ü\"]}\n", "two words "));
    }
    return annotations;
  }
}
