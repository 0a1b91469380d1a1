// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualSimulationClockTest {
  private final ManualSimulationClock clock = SimulationClock.manual();

  @Test
  void runsEachTaskAtItsOwnMomentInOrder() {
    Instant start = clock.instant();
    List<Duration> ran = new ArrayList<>();
    clock.schedule(Duration.ofSeconds(3), () -> ran.add(Duration.between(start, clock.instant())));
    clock.schedule(
        Duration.ofSeconds(1),
        () ->
            clock.schedule(
                Duration.ofSeconds(1), () -> ran.add(Duration.between(start, clock.instant()))));
    clock.advance(Duration.ofSeconds(10));
    assertThat(ran).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(3));
    assertThat(clock.instant()).isEqualTo(start.plusSeconds(10));
  }

  @Test
  void settlesOnlyWhatIsDueNow() {
    List<String> ran = new ArrayList<>();
    clock.schedule(Duration.ZERO, () -> clock.schedule(Duration.ZERO, () -> ran.add("now")));
    clock.schedule(Duration.ofMillis(1), () -> ran.add("later"));
    clock.settle();
    assertThat(ran).containsExactly("now");
  }

  @Test
  void refusesWorkThatNeverEnds() {
    clock.schedule(Duration.ZERO, this::again);
    assertThatThrownBy(clock::settle)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not settle");
  }

  private void again() {
    clock.schedule(Duration.ZERO, this::again);
  }
}
