// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ErrorDetails;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The only translation of exceptions of the Kubernetes client. A refusal due to the state or the
 * policies of the cluster (quota, admission, a namespace that is being deleted) is
 * FAILED_PRECONDITION and not PERMISSION_DENIED, because no role would fix it.
 */
public final class KubernetesErrors {
  private static final Duration USUAL_WAIT = Duration.ofSeconds(2);

  /** Rejected credentials are not renewed earlier than this. */
  private static final Duration NEXT_CREDENTIALS = Duration.ofSeconds(5);

  private static final int LONGEST_MESSAGE = 1000;

  private KubernetesErrors() {}

  /** The error of the catalogue for {@code failure}, which remains its cause. */
  public static AppException translate(Throwable failure) {
    return translate(failure, null);
  }

  static AppException translate(Throwable failure, @Nullable Duration retryAfter) {
    if (failure instanceof AppException known) {
      return known;
    }
    if (failure instanceof KubernetesClientException refused && refused.getCode() > 0) {
      return fromAnswer(refused, retryAfter);
    }
    return NoAnswer.translate(failure);
  }

  /** Whether the same call may succeed when retried. */
  static boolean mayPass(Throwable failure) {
    if (failure instanceof KubernetesClientException refused && refused.getCode() > 0) {
      return refused.getCode() == 429 || refused.getCode() == 503 || refused.getCode() == 500;
    }
    return NoAnswer.connectionWasLost(failure);
  }

  private static AppException fromAnswer(
      KubernetesClientException refused, @Nullable Duration retryAfter) {
    return switch (refused.getCode()) {
      case 400, 422 -> Refusals.invalid(refused);
      case 401 -> rejected(refused);
      case 403 -> Refusals.forbidden(refused);
      case 404 -> Refusals.notFound(refused);
      case 409 -> Refusals.conflict(refused);
      case 410 -> of(ErrorCode.ETAG_MISMATCH, words(refused), refused);
      case 413 -> of(ErrorCode.INVALID_ARGUMENT, RefusalMessages.TOO_LARGE, refused);
      case 429 -> rateLimited(refused, retryAfter);
      default -> fromServerError(refused, retryAfter);
    };
  }

  /**
   * Every call is made with this service's own credentials, so a caller can't resolve a 401: for
   * callers, the cluster is unavailable.
   */
  private static AppException rejected(KubernetesClientException refused) {
    return unavailable(RefusalMessages.OWN_CREDENTIALS, NEXT_CREDENTIALS, refused);
  }

  private static AppException rateLimited(
      KubernetesClientException refused, @Nullable Duration retryAfter) {
    Duration asked = asked(refused, retryAfter);
    return new AppException(
        ErrorCode.RATE_LIMITED,
        RefusalMessages.OVERLOADED,
        new ErrorDetails(List.of(), List.of(), List.of(), asked),
        refused);
  }

  /** The {@code Retry-After} of the API server; null when it sent none. */
  static @Nullable Duration asked(Throwable failure, @Nullable Duration header) {
    if (header != null) {
      return header;
    }
    return failure instanceof KubernetesClientException refused
        ? inStatus(refused.getStatus())
        : null;
  }

  private static @Nullable Duration inStatus(@Nullable Status status) {
    Integer seconds =
        status == null || status.getDetails() == null
            ? null
            : status.getDetails().getRetryAfterSeconds();
    return seconds == null || seconds <= 0 ? null : Duration.ofSeconds(seconds);
  }

  private static AppException fromServerError(
      KubernetesClientException refused, @Nullable Duration retryAfter) {
    int code = refused.getCode();
    if (code == 504) {
      return of(ErrorCode.DEADLINE_EXCEEDED, RefusalMessages.NOT_FINISHED, refused);
    }
    // A defect of this service: what it sent does not conform to the kind.
    boolean ours = words(refused).contains("failed to create typed patch object");
    if (code < 500 || ours) {
      return of(ErrorCode.INTERNAL, RefusalMessages.unexpectedAnswer(code), refused);
    }
    return unavailable(
        RefusalMessages.unavailable(code, words(refused)), asked(refused, retryAfter), refused);
  }

  /** Without a {@code Retry-After}, a short delay is used. */
  static AppException unavailable(String message, @Nullable Duration retryAfter, Throwable cause) {
    Duration wait = retryAfter != null ? retryAfter : USUAL_WAIT;
    return new AppException(
        ErrorCode.CLUSTER_UNAVAILABLE,
        message,
        new ErrorDetails(List.of(), List.of(), List.of(), wait),
        cause);
  }

  static AppException of(ErrorCode code, String message, Throwable cause) {
    return new AppException(code, message, ErrorDetails.NONE, cause);
  }

  /** The API server's own message, on one line and of bounded length. */
  static String words(KubernetesClientException refused) {
    Status status = refused.getStatus();
    String message = status == null ? null : status.getMessage();
    if (message == null || message.isBlank()) {
      return "HTTP " + refused.getCode();
    }
    String line = message.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
  }

  /** Whether the API server's message contains one of these. */
  static boolean says(KubernetesClientException refused, String... phrases) {
    String words = words(refused).toLowerCase(Locale.ROOT);
    return List.of(phrases).stream().anyMatch(words::contains);
  }
}
