// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.roadstead.app.Scale;
import io.roadstead.kubernetes.model.BeforeStop;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ReplicasTest {
  private static final Scale AUTO = new Scale.Autoscaling(2, 5, 70);

  static Stream<Arguments> decisions() {
    return Stream.of(
        arguments("new app, nothing said", null, Replicas.Found.NOTHING, replicas(null, null)),
        arguments("new app", fixed(3), Replicas.Found.NOTHING, replicas(3, null)),
        arguments("new stopped app", fixed(0), Replicas.Found.NOTHING, replicas(0, null)),
        arguments("new autoscaled app", AUTO, Replicas.Found.NOTHING, handed(2, true)),
        arguments("ours, nothing said", null, ours(4), replicas(4, null)),
        arguments("somebody's, nothing said", null, theirs(4), replicas(null, null)),
        arguments("stopped, nothing said", null, stopped(3), replicas(0, 3)),
        arguments("ours, another count", fixed(7), ours(4), replicas(7, null)),
        arguments("somebody's, another count", fixed(7), theirs(4), replicas(7, null)),
        arguments("stop", fixed(0), ours(4), replicas(0, 4)),
        arguments("stop again", fixed(0), stopped(4), replicas(0, 4)),
        arguments("start", fixed(2), stopped(4), replicas(2, null)),
        arguments(
            "of an autoscaler that is gone",
            fixed(7),
            found(4, false, true, false),
            new Replicas(7, 7, true, BeforeStop.NOTHING)),
        arguments(
            "of an autoscaler that is gone, same count",
            fixed(4),
            found(4, false, true, false),
            replicas(4, null)),
        arguments(
            "of an autoscaler that is gone and of somebody",
            fixed(7),
            found(4, false, true, true),
            replicas(7, null)),
        arguments("ours to autoscaler", AUTO, ours(3), handed(3, true)),
        arguments("ours, too many, to autoscaler", AUTO, ours(9), handed(5, true)),
        arguments("ours, too few, to autoscaler", AUTO, ours(1), handed(2, true)),
        arguments("stopped to autoscaler", AUTO, stopped(4), handed(4, true)),
        arguments("somebody's to autoscaler", AUTO, theirs(9), replicas(null, null)),
        arguments("somebody's zero to autoscaler", AUTO, theirs(0), handed(2, false)),
        arguments("autoscaler has it", AUTO, found(3, false, true, false), replicas(null, null)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decisions")
  void decidesWhoSaysHowMany(
      String name, @Nullable Scale asked, Replicas.Found found, Replicas expected) {
    assertThat(Replicas.decide(asked, found, false)).isEqualTo(expected);
  }

  @Test
  void startsAsManyAsRememberedOrOne() {
    assertThat(Replicas.started(stopped(4))).isEqualTo(replicas(4, null));
    assertThat(Replicas.started(found(0, true, false, false))).isEqualTo(replicas(1, null));
  }

  @Test
  void keepsAZeroThatNobodyElseOwnsWhileTheAutoscalerIsDeleted() {
    var found = new Replicas.Found(0, true, BeforeStop.of(3), true, false, true, false);

    assertThat(Replicas.decide(fixed(0), found, false))
        .isEqualTo(new Replicas(0, 0, true, BeforeStop.of(3)));
  }

  private static Replicas replicas(@Nullable Integer owned, @Nullable Integer beforeStop) {
    return new Replicas(owned, null, false, before(beforeStop));
  }

  private static Replicas handed(int count, boolean forced) {
    return new Replicas(null, count, forced, BeforeStop.NOTHING);
  }

  private static Replicas.Found ours(int count) {
    return found(count, true, false, false);
  }

  private static Replicas.Found theirs(int count) {
    return found(count, false, false, true);
  }

  private static Replicas.Found found(int count, boolean ours, boolean aside, boolean others) {
    return new Replicas.Found(
        count, true, before(count == 0 ? null : count), false, ours, aside, others);
  }

  private static Replicas.Found stopped(int before) {
    return new Replicas.Found(0, true, BeforeStop.of(before), false, true, false, false);
  }

  private static BeforeStop before(@Nullable Integer replicas) {
    return replicas == null ? BeforeStop.NOTHING : BeforeStop.of(replicas);
  }

  private static Scale fixed(int replicas) {
    return new Scale.Fixed(replicas);
  }
}
