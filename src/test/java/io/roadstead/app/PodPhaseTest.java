// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PodPhaseTest {

  @ParameterizedTest
  @EnumSource
  void isReadAsItIsWritten(PodPhase phase) {
    assertThat(PodPhase.of(phase.words())).isEqualTo(phase);
  }

  @Test
  void isUnknownWhenKubernetesHasAnotherWord() {
    assertThat(PodPhase.of("Resting")).isEqualTo(PodPhase.UNKNOWN);
    assertThat(PodPhase.of("")).isEqualTo(PodPhase.UNKNOWN);
  }
}
