// SPDX-License-Identifier: Apache-2.0
package io.roadstead.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

final class DeadlockLivenessTest {
  @Test
  void isUpWhenThePlatformAnswersNull() {
    assertThat(new DeadlockLiveness(() -> null).call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isUpWhenThePlatformAnswersNoThreads() {
    assertThat(new DeadlockLiveness(() -> new long[0]).call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isUpWhenThePlatformCannotTell() {
    DeadlockLiveness liveness =
        new DeadlockLiveness(
            () -> {
              throw new UnsupportedOperationException();
            });
    assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isDownWhenTwoThreadsWaitForEachOther() throws InterruptedException {
    ReentrantLock one = new ReentrantLock();
    ReentrantLock other = new ReentrantLock();
    CyclicBarrier bothHold = new CyclicBarrier(2);
    Thread first = locking(one, other, bothHold);
    Thread second = locking(other, one, bothHold);
    DeadlockLiveness liveness = new DeadlockLiveness();
    try {
      Awaitility.await("a deadlock")
          .untilAsserted(() -> assertThat(liveness.call().getStatus()).isEqualTo(Status.DOWN));
    } finally {
      first.interrupt();
      second.interrupt();
      first.join();
      second.join();
    }
    assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);
  }

  /** Takes one lock, waits until the other thread has its own, and then wants that. */
  private static Thread locking(Lock held, Lock wanted, CyclicBarrier bothHold) {
    Thread thread =
        new Thread(
            () -> {
              held.lock();
              try {
                bothHold.await();
                wanted.lockInterruptibly();
                wanted.unlock();
              } catch (Exception e) {
                Thread.currentThread().interrupt();
              } finally {
                held.unlock();
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
