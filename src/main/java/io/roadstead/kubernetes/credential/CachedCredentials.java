// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ErrorDetails;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Caches the credential of a source until shortly before it expires. The source runs in its own
 * thread, one run at a time; a caller waits for it no longer than its patience.
 */
public final class CachedCredentials {
  /** A new credential is not renewed immediately, even if the API server refuses it. */
  private static final Duration LEAST_AGE = Duration.ofSeconds(5);

  /** A source that has just failed is not called again immediately by every waiting caller. */
  private static final Duration FAILURE_KEPT = Duration.ofSeconds(2);

  private static final Duration LONGEST_AHEAD = Duration.ofMinutes(1);
  private static final int LIFETIME_PER_AHEAD = 5;

  private final CredentialSource source;
  private final Clock clock;
  private @Nullable Held held;
  private @Nullable CompletableFuture<Credential> running;
  private @Nullable Failure failure;

  public CachedCredentials(CredentialSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * Returns a credential that has not expired. Blocks only while there is none. Shortly before it
   * expires, the next one is fetched in the background.
   *
   * @param patience maximum time to wait for the source
   */
  public Credential get(Duration patience) {
    return await(current(), patience);
  }

  private synchronized CompletableFuture<Credential> current() {
    Held known = held;
    Instant now = clock.instant();
    if (known == null || !now.isBefore(known.usableUntil())) {
      return start(known);
    }
    if (!now.isBefore(known.renewAt())) {
      CompletableFuture<Credential> unused = start(known);
    }
    return CompletableFuture.completedFuture(known.credential());
  }

  /**
   * Returns a replacement for a refused credential: the newer one if there is one, otherwise the
   * next one of the source. Empty when the token is a caller's own, or is too new to be renewed.
   * Does not block.
   *
   * @param refused the token of the refused request; null when it had none
   */
  synchronized CompletableFuture<Optional<Credential>> renew(@Nullable String refused) {
    Held known = held;
    if (known == null || !known.gave(refused)) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    if (!Objects.equals(refused, known.credential().token())) {
      return CompletableFuture.completedFuture(Optional.of(known.credential()));
    }
    if (clock.instant().isBefore(known.fetchedAt().plus(LEAST_AGE))) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return start(known).thenApply(Optional::of);
  }

  private CompletableFuture<Credential> start(@Nullable Held known) {
    CompletableFuture<Credential> present = running;
    if (present != null) {
      return present;
    }
    Failure last = failure;
    if (last != null && clock.instant().isBefore(last.at().plus(FAILURE_KEPT))) {
      return CompletableFuture.failedFuture(last.cause());
    }
    var result = new CompletableFuture<Credential>();
    running = result;
    var thread =
        new Thread(
            () -> fetch(known == null ? null : known.credential(), result),
            "roadstead-credentials");
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  private void fetch(@Nullable Credential previous, CompletableFuture<Credential> result) {
    try {
      Credential fetched = source.fetch(previous);
      ended(Held.of(fetched, previous, clock.instant()), null);
      result.complete(fetched);
    } catch (RuntimeException | Error e) {
      AppException told =
          e instanceof AppException known
              ? known
              : unavailable("The request to " + source.description() + " failed unexpectedly.", e);
      ended(null, new Failure(told, clock.instant()));
      result.completeExceptionally(told);
    }
  }

  private synchronized void ended(@Nullable Held fetched, @Nullable Failure failed) {
    running = null;
    failure = failed;
    held = fetched == null ? held : fetched;
  }

  private Credential await(CompletableFuture<Credential> wanted, Duration patience) {
    try {
      return wanted.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw unavailable("Still waiting for " + source.description() + ". Try again.", e);
    } catch (ExecutionException e) {
      // Thrown in another thread, perhaps to several callers: the stack trace must be this
      // caller's.
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw unavailable(String.valueOf(cause.getMessage()), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("The call was interrupted; try again.", e);
    }
  }

  private static AppException unavailable(String message, Throwable cause) {
    return new AppException(
        ErrorCode.CLUSTER_UNAVAILABLE,
        message,
        new ErrorDetails(List.of(), List.of(), List.of(), FAILURE_KEPT),
        cause);
  }

  private record Failure(AppException cause, Instant at) {}

  private record Held(
      Credential credential,
      @Nullable Credential previous,
      Instant fetchedAt,
      Instant renewAt,
      Instant usableUntil) {

    /** A credential that is already expired on arrival is tried anyway: clocks differ. */
    static Held of(Credential credential, @Nullable Credential previous, Instant now) {
      Instant expiry = credential.expiry();
      if (expiry == null) {
        return new Held(credential, previous, now, Instant.MAX, Instant.MAX);
      }
      Instant soonest = now.plus(LEAST_AGE);
      Instant usableUntil = expiry.isBefore(soonest) ? soonest : expiry;
      Duration part = Duration.between(now, usableUntil).dividedBy(LIFETIME_PER_AHEAD);
      Duration ahead = part.compareTo(LONGEST_AHEAD) < 0 ? part : LONGEST_AHEAD;
      return new Held(credential, previous, now, usableUntil.minus(ahead), usableUntil);
    }

    boolean gave(@Nullable String token) {
      return Objects.equals(token, credential.token())
          || (previous != null && Objects.equals(token, previous.token()));
    }
  }
}
