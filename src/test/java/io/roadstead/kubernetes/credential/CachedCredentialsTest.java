// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.roadstead.app.AppException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CachedCredentialsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ManualClock clock = new ManualClock();
  private final Source source = new Source();
  private final CachedCredentials credentials = new CachedCredentials(source, clock);

  @Test
  void asksOnceForAllWhoWait() throws Exception {
    source.gate = new CountDownLatch(1);
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try {
      Callable<Credential> call = () -> credentials.get(PATIENCE);
      List<Future<Credential>> waiting =
          Stream.generate(() -> callers.submit(call)).limit(8).toList();
      await().until(() -> source.calls.get() == 1);
      source.gate.countDown();

      for (Future<Credential> each : waiting) {
        assertThat(each.get().token()).isEqualTo("token-1");
      }
      assertThat(source.calls).hasValue(1);
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void keepsCredentialThatDoesNotSayWhenItExpires() {
    source.lifetime = null;
    credentials.get(PATIENCE);
    clock.advance(Duration.ofDays(30));

    assertThat(credentials.get(PATIENCE).token()).isEqualTo("token-1");
  }

  @Test
  void usesOldCredentialWhileTheNextOneFails() {
    credentials.get(PATIENCE);
    source.failure = AppException.unavailable("no", null);
    clock.advance(Duration.ofSeconds(570));

    assertThat(credentials.get(PATIENCE).token()).isEqualTo("token-1");
    await().until(() -> source.calls.get() == 2);
    assertThat(credentials.get(PATIENCE).token()).isEqualTo("token-1");
  }

  @Test
  void triesCredentialThatComesExpired() {
    source.lifetime = Duration.ofMinutes(-1);

    assertThat(credentials.get(PATIENCE).token()).isEqualTo("token-1");
    assertThat(credentials.get(PATIENCE).token()).isEqualTo("token-1");
  }

  @Test
  void leavesTokenOfCallerAlone() {
    credentials.get(PATIENCE);
    clock.advance(Duration.ofSeconds(60));

    assertThat(credentials.renew("of somebody else").join()).isEmpty();
    assertThat(credentials.renew(null).join()).isEmpty();
    assertThat(source.calls).hasValue(1);
  }

  @Test
  void givesNewerOneInsteadOfTheOneBefore() {
    credentials.get(PATIENCE);
    clock.advance(Duration.ofSeconds(60));
    credentials.renew("token-1").join();

    assertThat(credentials.renew("token-1").join().orElseThrow().token()).isEqualTo("token-2");
    assertThat(source.calls).hasValue(2);
  }

  @Test
  void tellsUnexpectedFailuresWithoutTheirWords() {
    source.failure = new IllegalStateException("secret");

    assertThatThrownBy(() -> credentials.get(PATIENCE))
        .isInstanceOf(AppException.class)
        .hasMessage("The request to the source failed unexpectedly.");
  }

  private final class Source implements CredentialSource {
    final AtomicInteger calls = new AtomicInteger();
    volatile @Nullable Duration lifetime = Duration.ofMinutes(10);
    volatile CountDownLatch gate = new CountDownLatch(0);
    volatile @Nullable RuntimeException failure;

    @Override
    public Credential fetch(@Nullable Credential previous) {
      int call = calls.incrementAndGet();
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (failure != null) {
        throw failure;
      }
      return Credential.ofToken(
          "token-" + call, lifetime == null ? null : clock.instant().plus(lifetime));
    }

    @Override
    public String description() {
      return "the source";
    }
  }
}
