// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The time by which a whole use case must be complete, regardless of the number of its calls. */
public final class Deadline {
  private final LongSupplier nanoTime;
  private final long end;

  private Deadline(LongSupplier nanoTime, Duration length) {
    this.nanoTime = nanoTime;
    this.end = nanoTime.getAsLong() + length.toNanos();
  }

  /** A deadline relative to now; independent of the wall clock, which may jump. */
  public static Deadline after(Duration length) {
    return new Deadline(System::nanoTime, length);
  }

  static Deadline after(Duration length, LongSupplier nanoTime) {
    return new Deadline(nanoTime, length);
  }

  /** The remaining time, zero when it has passed. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
  }

  public boolean passed() {
    return remaining().isZero();
  }

  /** The shorter of the remaining time and {@code limit}. */
  public Duration atMost(Duration limit) {
    Duration left = remaining();
    return left.compareTo(limit) < 0 ? left : limit;
  }

  /** Waits, at most until the deadline. */
  public void pause(Duration length) {
    try {
      TimeUnit.NANOSECONDS.sleep(atMost(length).toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AppException.of(ErrorCode.CLUSTER_UNAVAILABLE, RefusalMessages.INTERRUPTED, e);
    }
  }
}
