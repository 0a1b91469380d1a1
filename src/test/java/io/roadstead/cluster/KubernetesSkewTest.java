// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a cluster's version is from the tested one. */
final class KubernetesSkewTest {
  @ParameterizedTest
  @CsvSource({
    "v1.36.3, 0, tested with",
    "v1.37.0-alpha.1, 1, One minor version newer",
    "v1.34.11-gke.1044000, -2, 2 minor versions older",
    "v1.35.9+IKS, -1, One minor version older",
    "v1.23.0, -13, 13 minor versions older",
    "v1.22.17, -14, Too old",
    "1.36, 0, tested with",
    "v1.36+, 0, tested with",
  })
  void comparesMinorVersions(String version, int minorVersions, String words) {
    KubernetesSkew skew = KubernetesSkew.of(version);

    assertThat(skew.minorVersions()).isEqualTo(minorVersions);
    assertThat(skew.message()).contains(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v2.1.0", "unknown", "v1.", "v1.9999.0"})
  void saysSoWhenAVersionCannotBeCompared(String version) {
    KubernetesSkew skew = KubernetesSkew.of(version);

    assertThat(skew.minorVersions()).isNull();
    assertThat(skew.message()).contains("cannot parse the version");
  }

  @ParameterizedTest
  @MethodSource("io.roadstead.cluster.SystemFixture#all")
  void readsTheVersionOfEverySystem(SystemFixture fixture) {
    assertThat(KubernetesSkew.of(fixture.gitVersion()).minorVersions()).isNotNull();
  }

  @Test
  void namesTheVersionThatIsTested() {
    assertThat(KubernetesSkew.of("v1.36.3").testedVersion()).isEqualTo("1.36");
  }
}
