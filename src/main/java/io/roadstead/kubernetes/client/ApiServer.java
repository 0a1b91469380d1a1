// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.roadstead.app.AppException;
import io.roadstead.app.Caller;
import io.roadstead.app.ErrorCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes single calls to the API server. It limits concurrent calls, bounds each by its own timeout
 * and the caller's deadline, retries when that is safe, and throws only {@link AppException}.
 */
@Singleton
public final class ApiServer {
  private static final int MOST_REPETITIONS = 2;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final KubernetesClient client;
  private final @Nullable String problem;
  private final Duration requestTimeout;
  private final Semaphore permits;

  @Inject
  public ApiServer(KubernetesClient client, ClusterConnection connection, KubernetesConfig config) {
    this(client, connection.problem(), config.requestTimeout(), config.maxConcurrentRequests());
  }

  /** An instance without configuration, for tests. */
  public ApiServer(
      KubernetesClient client,
      @Nullable String problem,
      Duration requestTimeout,
      int maxConcurrentRequests) {
    this.client = client;
    this.problem = problem;
    this.requestTimeout = requestTimeout;
    this.permits = new Semaphore(maxConcurrentRequests);
  }

  /**
   * The same API server with a separate slot for one call: a check of its availability must not
   * wait for other calls.
   */
  public ApiServer apart() {
    return new ApiServer(client, problem, requestTimeout, 1);
  }

  /**
   * Runs {@code work}, which makes one call. Blocking. It is retried after 5xx, a lost connection
   * and a short {@code Retry-After}, so it must be safe to repeat: a read, an apply, a delete.
   *
   * @param caller on whose behalf
   * @param deadline the deadline, including all retries
   */
  public <T extends @Nullable Object> T call(
      Caller caller, Deadline deadline, Function<? super KubernetesClient, T> work) {
    return call(caller, deadline, work, warning -> {});
  }

  /**
   * The same, with a consumer for the warnings of the API server about a call that succeeds.
   *
   * @param warnings receives each warning, as the API server words it
   */
  public <T extends @Nullable Object> T call(
      Caller caller,
      Deadline deadline,
      Function<? super KubernetesClient, T> work,
      Consumer<String> warnings) {
    if (problem != null) {
      throw AppException.unavailable(problem, null);
    }
    for (int repetition = 0; ; repetition++) {
      try {
        return once(deadline, work, warnings);
      } catch (TransientException e) {
        Duration pause = pause(repetition, e.asked());
        boolean worth = repetition < MOST_REPETITIONS && pause.compareTo(LONGEST_PAUSE) <= 0;
        if (!worth || deadline.remaining().compareTo(pause) <= 0) {
          throw e.failure();
        }
        deadline.pause(pause);
      }
    }
  }

  private <T extends @Nullable Object> T once(
      Deadline deadline, Function<? super KubernetesClient, T> work, Consumer<String> warnings)
      throws TransientException {
    acquire(deadline);
    try {
      var call = new CallConfig(deadline.atMost(requestTimeout));
      T result = attempt(call, work);
      call.warnings().forEach(warnings);
      return result;
    } finally {
      permits.release();
    }
  }

  private <T extends @Nullable Object> T attempt(
      CallConfig call, Function<? super KubernetesClient, T> work) throws TransientException {
    try {
      return client
          .adapt(NamespacedKubernetesClient.class)
          .withRequestConfig(call)
          .call(work::apply);
    } catch (AppException e) {
      throw e;
    } catch (RuntimeException e) {
      AppException failure = KubernetesErrors.translate(e, call.retryAfter());
      if (KubernetesErrors.mayPass(e)) {
        throw new TransientException(failure, KubernetesErrors.asked(e, call.retryAfter()));
      }
      throw failure;
    }
  }

  private void acquire(Deadline deadline) {
    try {
      if (permits.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        if (deadline.passed()) {
          permits.release();
          throw late();
        }
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AppException.of(ErrorCode.CLUSTER_UNAVAILABLE, RefusalMessages.INTERRUPTED, e);
    }
    throw late();
  }

  private static AppException late() {
    return AppException.of(ErrorCode.DEADLINE_EXCEEDED, RefusalMessages.TOO_LATE);
  }

  private static Duration pause(int repetition, @Nullable Duration asked) {
    if (asked != null) {
      return asked;
    }
    long millis = FIRST_PAUSE.toMillis() << repetition;
    return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis));
  }

  /** A failure that a retry may fix. */
  private static final class TransientException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient AppException failure;
    private final transient @Nullable Duration asked;

    TransientException(AppException failure, @Nullable Duration asked) {
      super(failure);
      this.failure = failure;
      this.asked = asked;
    }

    AppException failure() {
      return failure;
    }

    /** The {@code Retry-After} of the API server; null when it sent none. */
    @Nullable Duration asked() {
      return asked;
    }
  }
}
