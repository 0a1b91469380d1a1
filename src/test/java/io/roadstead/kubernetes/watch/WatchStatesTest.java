// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WatchStatesTest {
  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

  private final MovingClock clock = new MovingClock();
  private final WatchStates states = new WatchStates(clock);

  @BeforeEach
  void registerTwo() {
    states.register("Pod");
    states.register("Service");
  }

  @Test
  void isStaleAndNotSyncedUntilEveryWatchHasListed() {
    states.connected("Pod");
    clock.move(Duration.ofSeconds(3));

    assertThat(states.synced()).isFalse();
    assertThat(states.freshness().stale()).isTrue();
    assertThat(states.freshness().asOf()).isEqualTo(Instant.EPOCH);

    states.connected("Service");
    assertThat(states.synced()).isTrue();
    assertThat(states.freshness().stale()).isFalse();
  }

  @Test
  void saysWhatIsMissingFromTheFirstMoment() {
    assertThat(states.obstacle())
        .isEqualTo("The API server has not answered yet. Not listed yet: Pod, Service.");

    states.answered();
    states.connected("Pod");
    assertThat(states.obstacle()).isEqualTo("Not listed yet: Service.");

    states.connected("Service");
    assertThat(states.obstacle()).isEmpty();
  }

  @Test
  void saysWhatIsNotWatchedWhereNothingHasFailed() {
    connectBoth();
    states.answered();
    states.disconnected("Pod");
    clock.move(Duration.ofSeconds(3));

    assertThat(states.freshness().stale()).isTrue();
    assertThat(states.obstacle()).isEqualTo("Not watched right now: Pod.");
  }

  @Test
  void isFreshAsOfTheLastSignOfLife() {
    connectBoth();
    clock.move(Duration.ofSeconds(7));
    states.answered();
    clock.move(Duration.ofSeconds(1));

    assertThat(states.freshness().asOf()).isEqualTo(START.plusSeconds(7));
    states.heard("Pod");
    assertThat(states.freshness().asOf()).isEqualTo(START.plusSeconds(8));
  }

  @Test
  void isNotStaleInTheGapBetweenTwoWatches() {
    connectBoth();
    states.disconnected("Pod");
    clock.move(Duration.ofSeconds(1));

    assertThat(states.freshness().stale()).isFalse();
  }

  @Test
  void isStaleAsOfTheMomentAtWhichAWatchWentDown() {
    connectBoth();
    clock.move(Duration.ofSeconds(10));
    states.answered();
    states.heard("Service");
    states.failed("Pod", "Pod can't be watched: HTTP 403.");
    clock.move(Duration.ofSeconds(20));
    states.answered();

    assertThat(states.freshness().stale()).isTrue();
    assertThat(states.freshness().asOf()).isEqualTo(START.plusSeconds(10));
    assertThat(states.obstacle()).contains("HTTP 403");
    assertThat(states.synced()).isTrue();
  }

  @Test
  void isStaleAtOnceWhenTheServerDoesNotAnswer() {
    connectBoth();
    clock.move(Duration.ofSeconds(5));
    states.answered();
    clock.move(Duration.ofSeconds(5));
    states.silent("The API server can't be reached.");

    assertThat(states.freshness().stale()).isTrue();
    assertThat(states.freshness().asOf()).isEqualTo(START.plusSeconds(5));
    assertThat(states.obstacle()).isEqualTo("The API server can't be reached.");
  }

  @Test
  void countsRestartsAndForgetsTheObstacle() {
    connectBoth();
    states.failed("Pod", "away");
    states.connected("Pod");

    assertThat(states.restarts("Pod")).isEqualTo(1);
    assertThat(states.restarts("Service")).isZero();
    assertThat(states.obstacle()).isEmpty();
  }

  private void connectBoth() {
    states.connected("Pod");
    states.connected("Service");
  }

  private static final class MovingClock extends Clock {
    private Instant now = START;

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
