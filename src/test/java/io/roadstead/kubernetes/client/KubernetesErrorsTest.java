// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.FieldConflict;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages are those of a kube-apiserver 1.36. */
final class KubernetesErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "401, CLUSTER_UNAVAILABLE",
    "403, PERMISSION_DENIED",
    "404, NOT_FOUND",
    "409, ETAG_MISMATCH",
    "410, ETAG_MISMATCH",
    "413, INVALID_ARGUMENT",
    "415, INTERNAL",
    "429, RATE_LIMITED",
    "500, CLUSTER_UNAVAILABLE",
    "502, CLUSTER_UNAVAILABLE",
    "503, CLUSTER_UNAVAILABLE",
    "504, DEADLINE_EXCEEDED"
  })
  void translatesStatusCodes(int status, ErrorCode code) {
    assertThat(translated(status, "", "words").code()).isEqualTo(code);
  }

  @Test
  void tellsCallersOfRejectedCredentialsOfItsOwnThatTheClusterIsUnavailable() {
    AppException e = translated(401, "Unauthorized", "Unauthorized");

    assertThat(e).hasMessageContaining("rejects Roadstead's own credentials");
    assertThat(e.details().retryAfter()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void keepsCause() {
    var cause = refused(503, "", "words");

    assertThat(KubernetesErrors.translate(cause)).hasCause(cause);
  }

  @Test
  void doesNotRepeatMessageOfMalformedRequestWithoutCauses() {
    AppException e =
        translated(400, "BadRequest", "unable to decode: cannot unmarshal \"hunter2\" into int");

    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(e.getMessage()).doesNotContain("hunter2");
    assertThat(e.details().violations()).hasSize(1);
  }

  @Test
  void namesMissingRuleAsRole() {
    AppException e =
        translated(
            403,
            "Forbidden",
            "deployments.apps \"web\" is forbidden: User \"system:serviceaccount:a:b\" cannot patch"
                + " resource \"deployments\" in API group \"apps\" in the namespace \"shop\"");

    assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(e)
        .hasMessageContaining("User 'system:serviceaccount:a:b' may not patch deployments")
        .hasMessageContaining("kind: Role")
        .hasMessageContaining("namespace: shop")
        .hasMessageContaining(
            "{apiGroups: [\"apps\"], resources: [\"deployments\"], verbs: [\"patch\"]}");
  }

  @Test
  void namesClusterRoleWhenRuleIsMissingForWholeCluster() {
    assertThat(
            translated(
                403,
                "Forbidden",
                "nodes is forbidden: User \"u\" cannot list resource \"nodes\" in API group \"\" at"
                    + " the cluster scope"))
        .hasMessageContaining("kind: ClusterRole")
        .hasMessageContaining("apiGroups: [\"\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | services \"web\" is forbidden: exceeded quota: few, requested: services=1, used: 1",
        "403 | deployments.apps \"web\" is forbidden: unable to create new content in namespace"
            + " shop because it is being terminated",
        "403 | admission webhook \"policy.example.com\" denied the request: no latest",
        "400 | admission webhook \"policy.example.com\" denied the request: no latest",
        "422 | deployments.apps \"web\" is forbidden: ValidatingAdmissionPolicy 'a' with binding"
            + " 'b' denied request: no latest"
      })
  void saysPreconditionWhenNoRoleWouldHelp(int status, String message) {
    AppException e = translated(status, "Forbidden", message);

    assertThat(e.code()).isEqualTo(ErrorCode.FAILED_PRECONDITION);
    assertThat(e).hasMessageContaining(message.substring(message.length() - 10));
  }

  @Test
  void saysHowToMakeMissingNamespace() {
    Status status =
        new StatusBuilder()
            .withCode(404)
            .withReason("NotFound")
            .withMessage("namespaces \"shop\" not found")
            .withNewDetails()
            .withName("shop")
            .withKind("namespaces")
            .endDetails()
            .build();

    assertThat(KubernetesErrors.translate(new KubernetesClientException("m", 404, status)))
        .hasMessage(
            "Namespace 'shop' does not exist. Check the name, or ask a cluster administrator to"
                + " create the namespace (kubectl create namespace shop).");
  }

  @Test
  void namesOwnersAndFieldsOfConflict() {
    Status status =
        new StatusBuilder()
            .withCode(409)
            .withReason("Conflict")
            .withNewDetails()
            .withCauses(
                new StatusCause(
                    ".spec.replicas",
                    "conflict with \"kubectl\" with subresource \"scale\" using apps/v1",
                    "FieldManagerConflict"),
                new StatusCause(
                    ".spec.template.spec.containers[name=\"c\"].image",
                    "conflict with \"kubectl-set\" using apps/v1",
                    "FieldManagerConflict"))
            .endDetails()
            .build();

    AppException e = KubernetesErrors.translate(new KubernetesClientException("m", 409, status));

    assertThat(e.code()).isEqualTo(ErrorCode.FIELD_CONFLICT);
    assertThat(e.details().conflicts())
        .extracting(FieldConflict::field, FieldConflict::owner)
        .containsExactly(
            tuple(".spec.replicas", "kubectl"),
            tuple(".spec.template.spec.containers[name=\"c\"].image", "kubectl-set"));
  }

  @Test
  void tellsExistingObjectFromChangedOne() {
    assertThat(translated(409, "AlreadyExists", "already exists").code())
        .isEqualTo(ErrorCode.ALREADY_EXISTS);
    assertThat(translated(409, "Conflict", "the object has been modified").code())
        .isEqualTo(ErrorCode.ETAG_MISMATCH);
  }

  @Test
  void takesWaitFromHeaderOrBody() {
    Status status =
        new StatusBuilder()
            .withCode(429)
            .withNewDetails()
            .withRetryAfterSeconds(7)
            .endDetails()
            .build();
    var refused = new KubernetesClientException("m", 429, status);

    assertThat(KubernetesErrors.translate(refused).details().retryAfter())
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(KubernetesErrors.translate(refused, Duration.ofSeconds(3)).details().retryAfter())
        .isEqualTo(Duration.ofSeconds(3));
    assertThat(translated(429, "", "slow down").details().retryAfter()).isNull();
  }

  @Test
  void takesItsOwnMistakeForInternal() {
    assertThat(
            translated(500, "", "failed to create typed patch object (a/b): expected string")
                .code())
        .isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void translatesFailuresWithoutAnswer() {
    assertThat(withoutAnswer(new ConnectException("refused")))
        .isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);
    assertThat(withoutAnswer(new UnknownHostException("api.example")))
        .isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);
    assertThat(withoutAnswer(new IOException("closed"))).isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);
    assertThat(withoutAnswer(new TimeoutException("late"))).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
    assertThat(withoutAnswer(new IllegalStateException("?"))).isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void restoresInterruptOfThread() {
    assertThat(withoutAnswer(new InterruptedIOException()))
        .isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void repeatsOnlyWhatMayPass() {
    assertThat(KubernetesErrors.mayPass(refused(503, "", ""))).isTrue();
    assertThat(KubernetesErrors.mayPass(refused(429, "", ""))).isTrue();
    assertThat(KubernetesErrors.mayPass(refused(403, "", ""))).isFalse();
    assertThat(KubernetesErrors.mayPass(new KubernetesClientException("m", new IOException())))
        .isTrue();
    assertThat(KubernetesErrors.mayPass(new KubernetesClientException("m", new ConnectException())))
        .isFalse();
    assertThat(KubernetesErrors.mayPass(new KubernetesClientException("m", new TimeoutException())))
        .isFalse();
  }

  private static ErrorCode withoutAnswer(Exception cause) {
    return KubernetesErrors.translate(new KubernetesClientException("failed", cause)).code();
  }

  private static AppException translated(int code, String reason, String message) {
    return KubernetesErrors.translate(refused(code, reason, message));
  }

  private static KubernetesClientException refused(int code, String reason, String message) {
    Status status =
        new StatusBuilder().withCode(code).withReason(reason).withMessage(message).build();
    return new KubernetesClientException("failed", code, status);
  }
}
