// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Failures without a response from the API server. */
final class NoAnswer {
  private static final int DEEPEST = 20;
  private static final Set<String> CLOSED =
      Set.of("io.vertx.core.http.HttpClosedException", "io.vertx.core.http.StreamResetException");

  private NoAnswer() {}

  static AppException translate(Throwable failure) {
    Optional<AppException> told = told(failure);
    if (told.isPresent()) {
      return told.get();
    }
    if (wasInterrupted(failure)) {
      Thread.currentThread().interrupt();
      return unavailable(RefusalMessages.INTERRUPTED, failure);
    }
    if (couldNotConnect(failure)) {
      return unavailable(RefusalMessages.UNREACHABLE, failure);
    }
    if (has(failure, TimeoutException.class)
        || has(failure, SocketTimeoutException.class)
        || has(failure, HttpTimeoutException.class)) {
      return KubernetesErrors.of(
          ErrorCode.DEADLINE_EXCEEDED, RefusalMessages.NO_ANSWER_IN_TIME, failure);
    }
    if (has(failure, SSLException.class)) {
      return unavailable(RefusalMessages.UNTRUSTED, failure);
    }
    if (wasCutOff(failure)) {
      return unavailable(RefusalMessages.LOST, failure);
    }
    return KubernetesErrors.of(ErrorCode.INTERNAL, RefusalMessages.FAILED, failure);
  }

  /** An established connection broke: a retry opens a new one. */
  static boolean connectionWasLost(Throwable failure) {
    return wasCutOff(failure)
        && told(failure).isEmpty()
        && !wasInterrupted(failure)
        && !couldNotConnect(failure)
        && !has(failure, TimeoutException.class)
        && !has(failure, SocketTimeoutException.class)
        && !has(failure, HttpTimeoutException.class)
        && !has(failure, SSLException.class);
  }

  /**
   * Exceptions of our own interceptors are wrapped when they are thrown on the client's threads.
   */
  private static Optional<AppException> told(Throwable failure) {
    return chain(failure)
        .filter(AppException.class::isInstance)
        .map(AppException.class::cast)
        .findFirst();
  }

  /** Vert.x, the client's transport, which this room must not depend on, has its own type. */
  private static boolean wasCutOff(Throwable failure) {
    return has(failure, IOException.class)
        || chain(failure).anyMatch(cause -> CLOSED.contains(cause.getClass().getName()));
  }

  private static boolean couldNotConnect(Throwable failure) {
    return has(failure, ConnectException.class)
        || has(failure, UnknownHostException.class)
        || has(failure, NoRouteToHostException.class);
  }

  private static boolean wasInterrupted(Throwable failure) {
    return has(failure, InterruptedException.class)
        || chain(failure).anyMatch(cause -> cause.getClass() == InterruptedIOException.class);
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    return chain(failure).anyMatch(type::isInstance);
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
  }

  private static AppException unavailable(String message, Throwable cause) {
    return KubernetesErrors.unavailable(message, null, cause);
  }
}
