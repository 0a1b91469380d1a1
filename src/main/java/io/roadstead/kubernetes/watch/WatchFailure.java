// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.WatcherException;
import io.roadstead.kubernetes.client.KubernetesErrors;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/** Why a list or a watch ended. */
final class WatchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int DEEPEST = 10;
  private final int code;

  WatchFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = cause instanceof KubernetesClientException answer ? answer.getCode() : 0;
  }

  static WatchFailure of(Exception why) {
    if (why instanceof WatchFailure failure) {
      return failure;
    }
    Throwable found = why;
    for (int depth = 0; depth < DEEPEST; depth++) {
      Throwable cause = found.getCause();
      if (cause == null || (found instanceof KubernetesClientException k && k.getCode() > 0)) {
        break;
      }
      found = cause;
    }
    String message = message(found);
    boolean gone = why instanceof WatcherException watcher && watcher.isHttpGone();
    return new WatchFailure(
        message == null ? found.getClass().getSimpleName() : message, found, gone);
  }

  private WatchFailure(String message, Throwable cause, boolean gone) {
    super(message, cause);
    int answered = cause instanceof KubernetesClientException answer ? answer.getCode() : 0;
    this.code = gone ? HttpURLConnection.HTTP_GONE : answered;
  }

  /** The client's own messages repeat the whole response. */
  private static @Nullable String message(Throwable found) {
    if (!(found instanceof KubernetesClientException answer)) {
      return found.getMessage();
    }
    if (answer.getCode() == HttpURLConnection.HTTP_UNAUTHORIZED) {
      return KubernetesErrors.translate(answer).getMessage();
    }
    return answer.getStatus() != null && answer.getStatus().getMessage() != null
        ? "HTTP " + answer.getCode() + ", " + answer.getStatus().getMessage()
        : answer.getMessage();
  }

  /** The version to resume from is too old, so everything must be listed again. */
  boolean isGone() {
    return code == HttpURLConnection.HTTP_GONE;
  }

  /** Whether the API server responded, but not with the requested data. */
  boolean isRefusal() {
    return code > 0 && !isGone();
  }

  /** Whether the API server denies permission. */
  boolean isForbidden() {
    return code == HttpURLConnection.HTTP_FORBIDDEN;
  }

  /** The message without uninformative parts. */
  String words() {
    String message = String.valueOf(getMessage()).strip();
    return message.endsWith(".") ? message : message + ".";
  }
}
