// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ErrorDetails;
import io.roadstead.app.FieldConflict;
import io.roadstead.app.SentValue;
import io.roadstead.app.Violation;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refusals by the API server: 400, 403, 404, 409, 422. */
final class Refusals {
  private static final String FIELD_CONFLICT = "FieldManagerConflict";
  private static final Pattern OWNER = Pattern.compile("conflicts? with \"([^\"]*)\".*");

  private Refusals() {}

  static AppException invalid(KubernetesClientException refused) {
    if (isPolicy(refused)) {
      return policy(refused);
    }
    List<StatusCause> causes = causes(refused);
    List<Violation> violations =
        causes.isEmpty()
            ? List.of(new Violation("$", SentValue.NOTHING, RefusalMessages.MALFORMED))
            : causes.stream().map(c -> InvalidField.violation(kind(refused), c)).toList();
    AppException plain = AppException.invalid(violations);
    if (!causes.isEmpty() && causes.stream().allMatch(Refusals::isTaken)) {
      return taken(plain, refused);
    }
    return new AppException(plain.code(), message(plain), plain.details(), refused);
  }

  /**
   * A port that another object uses: the request is valid, but the state of the cluster does not
   * allow it.
   */
  private static boolean isTaken(StatusCause cause) {
    return text(cause.getMessage()).contains("already allocated");
  }

  private static AppException taken(AppException plain, KubernetesClientException refused) {
    return new AppException(
        ErrorCode.FAILED_PRECONDITION, message(plain), plain.details(), refused);
  }

  static AppException forbidden(KubernetesClientException refused) {
    String words = KubernetesErrors.words(refused);
    if (KubernetesErrors.says(refused, "exceeded quota")) {
      return KubernetesErrors.of(
          ErrorCode.FAILED_PRECONDITION, RefusalMessages.overQuota(words), refused);
    }
    if (KubernetesErrors.says(refused, "is being terminated")) {
      return KubernetesErrors.of(
          ErrorCode.FAILED_PRECONDITION, RefusalMessages.terminating(words), refused);
    }
    if (isPolicy(refused)) {
      return policy(refused);
    }
    String message = MissingRule.in(words).map(MissingRule::explanation).orElse(words);
    return KubernetesErrors.of(ErrorCode.PERMISSION_DENIED, message, refused);
  }

  static AppException notFound(KubernetesClientException refused) {
    Status status = refused.getStatus();
    if (status != null
        && status.getDetails() != null
        && "namespaces".equals(status.getDetails().getKind())) {
      String namespace = status.getDetails().getName();
      return KubernetesErrors.of(
          ErrorCode.NOT_FOUND, RefusalMessages.noNamespace(namespace), refused);
    }
    return KubernetesErrors.of(ErrorCode.NOT_FOUND, KubernetesErrors.words(refused), refused);
  }

  static AppException conflict(KubernetesClientException refused) {
    List<FieldConflict> conflicts =
        causes(refused).stream()
            .filter(cause -> FIELD_CONFLICT.equals(cause.getReason()))
            .map(cause -> fieldConflict(refused, cause))
            .toList();
    if (!conflicts.isEmpty()) {
      return fieldConflict(conflicts, refused);
    }
    Status status = refused.getStatus();
    if (status != null && "AlreadyExists".equals(status.getReason())) {
      return KubernetesErrors.of(
          ErrorCode.ALREADY_EXISTS, KubernetesErrors.words(refused), refused);
    }
    return KubernetesErrors.of(ErrorCode.ETAG_MISMATCH, RefusalMessages.CHANGED, refused);
  }

  private static AppException fieldConflict(List<FieldConflict> conflicts, Throwable cause) {
    List<String> parts =
        conflicts.stream()
            .map(c -> RefusalMessages.owned(c.field(), c.object(), c.owner()))
            .toList();
    return new AppException(
        ErrorCode.FIELD_CONFLICT,
        RefusalMessages.conflict(String.join("; ", parts)),
        new ErrorDetails(List.of(), conflicts, List.of(), null),
        cause);
  }

  private static FieldConflict fieldConflict(KubernetesClientException refused, StatusCause cause) {
    Matcher owner = OWNER.matcher(text(cause.getMessage()));
    return new FieldConflict(
        object(refused), text(cause.getField()), owner.matches() ? owner.group(1) : "");
  }

  /** The status of an apply conflict does not name the object, but the request does. */
  private static String object(KubernetesClientException refused) {
    String kind =
        switch (text(refused.getResourcePlural())) {
          case "deployments" -> "Deployment";
          case "services" -> "Service";
          case "horizontalpodautoscalers" -> "HorizontalPodAutoscaler";
          default -> text(refused.getResourcePlural());
        };
    return kind + "/" + text(refused.getName());
  }

  private static boolean isPolicy(KubernetesClientException refused) {
    return KubernetesErrors.says(refused, "denied the request", "denied request");
  }

  private static AppException policy(KubernetesClientException refused) {
    return KubernetesErrors.of(
        ErrorCode.FAILED_PRECONDITION,
        RefusalMessages.policy(KubernetesErrors.words(refused)),
        refused);
  }

  private static List<StatusCause> causes(KubernetesClientException refused) {
    Status status = refused.getStatus();
    if (status == null || status.getDetails() == null) {
      return List.of();
    }
    return Objects.requireNonNullElse(status.getDetails().getCauses(), List.of());
  }

  private static String kind(KubernetesClientException refused) {
    Status status = refused.getStatus();
    return status == null || status.getDetails() == null ? "" : text(status.getDetails().getKind());
  }

  private static String message(AppException plain) {
    return Objects.requireNonNullElse(plain.getMessage(), "");
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
