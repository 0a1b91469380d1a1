// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.roadstead.v1.AppState;
import io.roadstead.v1.AppStatus;
import io.roadstead.v1.AppsServiceProto;
import io.roadstead.v1.ClustersServiceProto;
import io.roadstead.v1.EnvVar;
import io.roadstead.v1.Evidence;
import io.roadstead.v1.Reason;
import io.roadstead.v1.Resources;
import io.roadstead.v1.Severity;
import io.roadstead.v1.StatusReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules by which messages become JSON. */
class MessageJsonTest {

  @Test
  void writesEveryFieldInOrderWhetherItIsSetOrNot() {
    assertThat(json(StatusReason.getDefaultInstance()))
        .isEqualTo(
            "{\"reason\":null,\"severity\":null,\"terminal\":false,\"message\":\"\",\"object\":\"\","
                + "\"affectedPods\":0,\"since\":null,\"evidence\":null}");
  }

  @Test
  void writesNamesNumbersAndTimesAsTheContractHasThem() {
    StatusReason reason =
        StatusReason.newBuilder()
            .setReason(Reason.REASON_OUT_OF_MEMORY)
            .setSeverity(Severity.SEVERITY_ERROR)
            .setTerminal(true)
            .setAffectedPods(2)
            .setSince(Timestamp.newBuilder().setSeconds(1_700_000_000).setNanos(120_000_000))
            .setEvidence(Evidence.newBuilder().setExitCode(0).setEvent(""))
            .build();
    assertThat(json(reason))
        .isEqualTo(
            "{\"reason\":\"OUT_OF_MEMORY\",\"severity\":\"ERROR\",\"terminal\":true,"
                + "\"message\":\"\",\"object\":\"\",\"affectedPods\":2,"
                + "\"since\":\"2023-11-14T22:13:20.120Z\","
                + "\"evidence\":{\"event\":\"\",\"exitCode\":0,\"logTail\":null}}");
  }

  @Test
  void writesLargeNumbersAsNumbersAndListsThatAreEmpty() {
    assertThat(json(AppStatus.newBuilder().setGeneration(1L << 40).build()))
        .contains("\"generation\":1099511627776,")
        .contains("\"reasons\":[]")
        .contains("\"replicasBeforeStop\":null");
  }

  @Test
  void writesMapsInTheOrderOfTheirKeys() {
    var resources = Resources.newBuilder().putRequests("memory", "1Gi").putRequests("cpu", "1");
    assertThat(json(resources.build()))
        .isEqualTo("{\"requests\":{\"cpu\":\"1\",\"memory\":\"1Gi\"},\"limits\":{}}");
  }

  @Test
  void writesTheOneOfSeveralFieldsThatIsSetEvenWhenItIsEmpty() {
    assertThat(json(EnvVar.newBuilder().setName("A").setValue("").build()))
        .isEqualTo(
            "{\"name\":\"A\",\"value\":\"\",\"secretRef\":null,\"configRef\":null,\"fieldRef\":null,\"resourceRef\":null}");
  }

  @Test
  void escapesTextAsJsonDoes() {
    assertThat(json(EnvVar.newBuilder().setName("\u00e4\"\n\u0001").build()))
        .startsWith("{\"name\":\"\u00e4\\\"\\n\\u0001\"");
  }

  @Test
  void takesThePrefixFromEveryEnumValue() {
    for (AppState state : AppState.values()) {
      if (state != AppState.UNRECOGNIZED && state.getNumber() > 0) {
        assertThat(json(AppStatus.newBuilder().setState(state).build()))
            .contains("\"state\":\"" + state.name().substring("APP_STATE_".length()) + "\"");
      }
    }
  }

  static Stream<MethodDescriptor> operations() {
    return Stream.of(AppsServiceProto.getDescriptor(), ClustersServiceProto.getDescriptor())
        .flatMap(file -> file.getServices().stream())
        .flatMap(service -> service.getMethods().stream());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void hasJsonForEveryAnswer(MethodDescriptor operation) {
    Message answer = DynamicMessage.getDefaultInstance(operation.getOutputType());
    assertThat(json(answer))
        .contains(
            operation.getOutputType().getFields().stream()
                .map(FieldDescriptor::getJsonName)
                .map(name -> "\"" + name + "\":")
                .toList());
  }

  private static String json(Message message) {
    var out = new ByteArrayOutputStream();
    try {
      MessageJson.write(message, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
