// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
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
  void usesEveryWayToCreateAnApp() {
    Set<Creation> used = new HashSet<>();
    for (long seed = 1; seed <= 200; seed++) {
      used.add(AppGenerator.of(seed).creation());
    }
    assertThat(used).containsExactlyInAnyOrder(Creation.values());
  }
}
