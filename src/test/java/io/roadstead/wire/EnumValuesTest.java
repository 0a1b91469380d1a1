// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.EnumDescriptor;
import io.roadstead.app.AppState;
import io.roadstead.app.ContainerState;
import io.roadstead.app.Health;
import io.roadstead.app.LogicalView;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.PhysicalView;
import io.roadstead.app.PodPhase;
import io.roadstead.app.Reason;
import io.roadstead.cluster.Address;
import io.roadstead.cluster.Availability;
import io.roadstead.cluster.ClusterKind;
import io.roadstead.cluster.ClusterSystem;
import io.roadstead.cluster.Confidence;
import io.roadstead.cluster.Evidence;
import io.roadstead.cluster.ExposureState;
import io.roadstead.cluster.ExposureType;
import io.roadstead.cluster.Protocol;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The model's enums and the proto's have the same values. */
class EnumValuesTest {

  static Stream<Arguments> pairs() {
    return Stream.of(
        pair(AppState.class, io.roadstead.v1.AppState.getDescriptor()),
        pair(ExposureType.class, io.roadstead.v1.ExposureType.getDescriptor()),
        pair(Health.class, io.roadstead.v1.Health.getDescriptor()),
        pair(LogicalView.Relation.class, io.roadstead.v1.Relation.getDescriptor()),
        pair(ObjectResult.Outcome.class, io.roadstead.v1.Outcome.getDescriptor()),
        pair(PhysicalView.WarningCode.class, io.roadstead.v1.PlacementWarningCode.getDescriptor()),
        pair(ContainerState.class, io.roadstead.v1.ContainerState.getDescriptor()),
        pair(PodPhase.class, io.roadstead.v1.PodPhase.getDescriptor()),
        pair(Protocol.class, io.roadstead.v1.Protocol.getDescriptor()),
        pair(Reason.class, io.roadstead.v1.Reason.getDescriptor()),
        pair(Reason.Severity.class, io.roadstead.v1.Severity.getDescriptor()),
        pair(Address.Audience.class, io.roadstead.v1.Audience.getDescriptor()),
        pair(Address.Grade.class, io.roadstead.v1.Grade.getDescriptor()),
        pair(Address.Rung.class, io.roadstead.v1.Rung.getDescriptor()),
        pair(Availability.class, io.roadstead.v1.Availability.getDescriptor()),
        pair(ClusterKind.class, io.roadstead.v1.ClusterKind.getDescriptor()),
        pair(ClusterSystem.class, io.roadstead.v1.ClusterSystem.getDescriptor()),
        pair(Confidence.class, io.roadstead.v1.Confidence.getDescriptor()),
        pair(Evidence.Weight.class, io.roadstead.v1.SignWeight.getDescriptor()),
        pair(ExposureState.class, io.roadstead.v1.ExposureState.getDescriptor()));
  }

  private static Arguments pair(Class<? extends Enum<?>> model, EnumDescriptor proto) {
    return Arguments.of(model, proto);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everyValueOfTheModelIsOneOfTheProtoAndTheOtherWayRound(
      Class<? extends Enum<?>> model, EnumDescriptor proto) {
    String zero = proto.findValueByNumber(0).getName();
    String prefix = zero.substring(0, zero.length() - "UNSPECIFIED".length());
    assertThat(Arrays.stream(model.getEnumConstants()).map(value -> prefix + value.name()))
        .containsExactlyInAnyOrderElementsOf(
            proto.getValues().stream()
                .map(value -> value.getName())
                .filter(name -> !name.equals(zero))
                .toList());
  }
}
