// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generated apps have everything that the schema has. */
final class AppGeneratorTest {
  private static final int SEEDS = 2000;
  private static final Schema SCHEMA = Schema.bundled();

  @ParameterizedTest
  @CsvSource({
    "DeploymentSpec, Deployment",
    "ServiceSpec, Service",
    "HorizontalPodAutoscalerSpec, HorizontalPodAutoscaler"
  })
  void hasEveryValueOfTheSchemaOrAReasonWhyNot(String type, String kind) {
    var coverage = new Coverage(SCHEMA, new HashSet<>());
    for (long seed = 1; seed <= SEEDS; seed++) {
      AppGenerator.of(seed).objects().stream()
          .filter(object -> object.path("kind").asText().equals(kind))
          .forEach(object -> coverage.add(type, object.path("spec")));
    }
    Map<String, String> missing = new TreeMap<>(SCHEMA.leaves(type));
    missing.keySet().removeAll(coverage.seen());
    missing.values().removeIf(Skipped.names()::contains);
    missing.keySet().removeIf(Skipped::isAt);
    assertThat(missing).isEmpty();
  }

  @Test
  void skipsOnlyFieldsThatExist() {
    Set<String> known =
        SCHEMA.types().entrySet().stream()
            .flatMap(type -> type.getValue().stream().map(f -> type.getKey() + "." + f.name()))
            .collect(Collectors.toSet());
    assertThat(known).containsAll(Skipped.names());
  }

  @Test
  void makesTheSameAppOfTheSameSeed() {
    for (long seed = 1; seed <= 200; seed++) {
      assertThat(AppGenerator.of(seed)).isEqualTo(AppGenerator.of(seed));
    }
  }

  @Test
  void givesAppsThatExistAtATimeDifferentNodePorts() {
    Map<Integer, Long> last = new TreeMap<>();
    for (long seed = 1; seed <= 20_000; seed++) {
      for (int port : nodePorts(AppGenerator.of(seed))) {
        assertThat(port).isBetween(NodePorts.FIRST, NodePorts.ASSIGNED_FROM - 1);
        Long other = last.put(port, seed);
        assertThat(other == null || follows(other, seed)).as("%d after %s", seed, other).isTrue();
      }
    }
    assertThat(last).hasSizeGreaterThan(50);
  }

  /** Whether the first app and some after it are gone before the second begins. */
  private static boolean follows(long first, long second) {
    return NodePorts.lane(first) == NodePorts.lane(second) && second - first > 8;
  }

  private static List<Integer> nodePorts(AppCase app) {
    List<Integer> ports = new ArrayList<>();
    if (app.service() != null) {
      app.service().findValues("nodePort").forEach(port -> ports.add(port.asInt()));
      app.service().findValues("healthCheckNodePort").forEach(port -> ports.add(port.asInt()));
    }
    return ports;
  }

  @Test
  void usesEveryWayToCreateAnApp() {
    Set<Creation> used = new HashSet<>();
    for (long seed = 1; seed <= 200; seed++) {
      used.add(AppGenerator.of(seed).creation());
    }
    assertThat(used).containsExactlyInAnyOrder(Creation.values());
  }
}
