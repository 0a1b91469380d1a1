// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.PreconditionFailure;
import com.google.rpc.ResourceInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ErrorDetails;
import io.roadstead.app.FieldConflict;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.SentValue;
import io.roadstead.app.Violation;
import io.roadstead.cluster.ExposureType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorStatusTest {
  @Test
  void hasOneEntryForEachConflict() throws Exception {
    var conflicts =
        List.of(
            new FieldConflict(
                "Service/kubia", ".spec.ports[port=80,protocol=\"TCP\"].targetPort", "kubectl"),
            new FieldConflict("Deployment/kubia", ".spec.replicas", "alice, bob"));

    var failure =
        detail(error(ErrorCode.FIELD_CONFLICT, conflicts, List.of()), PreconditionFailure.class);

    assertThat(failure.getViolationsList())
        .extracting(
            PreconditionFailure.Violation::getType,
            PreconditionFailure.Violation::getSubject,
            PreconditionFailure.Violation::getDescription)
        .containsExactly(
            tuple(
                "FIELD_CONFLICT",
                "kubectl",
                "Service/kubia .spec.ports[port=80,protocol=\"TCP\"].targetPort"),
            tuple("FIELD_CONFLICT", "alice, bob", "Deployment/kubia .spec.replicas"));
  }

  @Test
  void hasOneEntryForEachObject() throws Exception {
    var objects =
        List.of(
            ObjectResult.of("Deployment/kubia", ObjectResult.Outcome.CHANGED),
            new ObjectResult("Service/kubia", ObjectResult.Outcome.FAILED, "quota: no room"));

    var error = error(ErrorCode.PERMISSION_DENIED, List.of(), objects);

    assertThat(details(error, ResourceInfo.class))
        .extracting(
            ResourceInfo::getResourceType,
            ResourceInfo::getResourceName,
            ResourceInfo::getDescription)
        .containsExactly(
            tuple("Deployment", "kubia", "CHANGED"),
            tuple("Service", "kubia", "FAILED: quota: no room"));
  }

  @Test
  void namesReasonDomainAndWhenToTryAgain() throws Exception {
    var error = AppException.unavailable("away", Duration.ofMillis(1500));

    assertThat(detail(error, ErrorInfo.class).getReason()).isEqualTo("CLUSTER_UNAVAILABLE");
    assertThat(detail(error, ErrorInfo.class).getDomain()).isEqualTo("roadstead.io");
    assertThat(detail(error, RetryInfo.class).getRetryDelay().getNanos()).isEqualTo(500_000_000);
  }

  @Test
  void fitsInTheHeadersThatClientsTake() throws Exception {
    List<Violation> violations = new ArrayList<>();
    IntStream.range(0, 500)
        .forEach(
            i ->
                violations.add(
                    new Violation(
                        "containers[" + i + "].name",
                        SentValue.of("ü".repeat(90)),
                        "must be a name")));

    var error = AppException.invalid(violations);
    var status = ErrorStatus.toProto(error);
    int encoded =
        status.getSerializedSize() * 4 / 3 + StatusMessage.encode(status.getMessage()).length();

    assertThat(encoded).isLessThan(7_800);
    var info = detail(error, ErrorInfo.class);
    int kept = detail(error, BadRequest.class).getFieldViolationsCount();
    assertThat(kept).isPositive();
    assertThat(info.getMetadataMap())
        .containsEntry("omitted-details", Integer.toString(500 - kept))
        .allSatisfy((key, value) -> assertThat(key).matches("[a-z][a-zA-Z0-9-_]{0,63}"));
  }

  @Test
  void namesEnumValuesAsGrpcDoes() throws Exception {
    var violation =
        new Violation(
            "type", SentValue.of("PUBLIC"), "is not known; send", List.of(ExposureType.values()));
    var error = AppException.invalid(List.of(violation));

    assertThat(detail(error, BadRequest.class).getFieldViolations(0).getDescription())
        .contains("send EXPOSURE_TYPE_INTERNAL, EXPOSURE_TYPE_NODE_PORT");
    assertThat(ErrorStatus.of(error).getStatus().getDescription())
        .contains("send EXPOSURE_TYPE_INTERNAL, EXPOSURE_TYPE_NODE_PORT");
  }

  @Test
  @SuppressWarnings("NullAway") // What must not be, but would make rendering fail.
  void answersAnErrorThatCanNotBeRendered() {
    var unrenderable = new AppException(ErrorCode.NOT_FOUND, "lost", null, null);

    var status = ErrorStatus.of(unrenderable).getStatus();

    assertThat(status.getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(status.getDescription()).contains("log").doesNotContain("lost");
  }

  @Test
  void encodesNoMoreOfAMessageThanTheProtocolAsks() {
    assertThat(StatusMessage.encode("type: '' must be one of A, B/C (~100 %)\nü"))
        .isEqualTo("type: '' must be one of A, B/C (~100 %25)%0A%C3%BC");
  }

  private static AppException error(
      ErrorCode code, List<FieldConflict> conflicts, List<ObjectResult> objects) {
    return new AppException(
        code, "no", new ErrorDetails(Collections.emptyList(), conflicts, objects, null), null);
  }

  private static <M extends Message> M detail(AppException error, Class<M> type)
      throws InvalidProtocolBufferException {
    return details(error, type).get(0);
  }

  private static <M extends Message> List<M> details(AppException error, Class<M> type)
      throws InvalidProtocolBufferException {
    List<M> found = new ArrayList<>();
    for (Any detail : ErrorStatus.toProto(error).getDetailsList()) {
      if (detail.is(type)) {
        found.add(detail.unpack(type));
      }
    }
    return found;
  }
}
