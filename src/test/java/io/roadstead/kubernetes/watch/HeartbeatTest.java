// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.roadstead.app.Caller;
import io.roadstead.kubernetes.client.Deadline;
import io.roadstead.simulation.SimulatedCluster;
import io.roadstead.simulation.SimulatedClusterOptions;
import io.roadstead.simulation.api.Fault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Being busy is not taken for an API server that is away. */
final class HeartbeatTest {
  private static final Duration SOON = Duration.ofSeconds(15);

  /** Shorter than a beat's patience and than what hangs, much longer than some beats. */
  private static final Duration SOME_BEATS = Duration.ofMillis(3500);

  private final AtomicInteger beats = new AtomicInteger();
  private SimulatedCluster cluster;
  private WatchedCluster watched;

  @BeforeEach
  void startWatch() {
    cluster = SimulatedCluster.start(SimulatedClusterOptions.defaults().withDelayFactor(0));
    watched = WatchedCluster.start(cluster.kubeconfigYaml());
    await().atMost(SOON).until(() -> !watched.cache().freshness().stale());
  }

  @AfterEach
  void stop() {
    watched.close();
    cluster.close();
  }

  @Test
  void beatsWhileOtherCallsTakeAllThereMayBe() throws Exception {
    var taken = new CountDownLatch(WatchedCluster.MOST_CALLS);
    var done = new CountDownLatch(1);
    ExecutorService callers = Executors.newFixedThreadPool(WatchedCluster.MOST_CALLS);
    for (int i = 0; i < WatchedCluster.MOST_CALLS; i++) {
      callers.execute(() -> hold(taken, done));
    }
    taken.await();
    countBeats();

    try {
      await().atMost(SOME_BEATS).until(() -> beats.get() >= 3);
      assertThat(watched.cache().freshness().stale()).isFalse();
    } finally {
      done.countDown();
      callers.shutdown();
    }
  }

  @Test
  void beatsWhileWatchesHang() {
    var hanging = new AtomicInteger();
    countBeats();
    cluster
        .api()
        .faults()
        .always(
            request -> request.flag("watch") && hanging.incrementAndGet() > 0,
            Fault.delay(Duration.ofSeconds(30)));

    cluster.api().closeWatches();

    await().atMost(SOON).until(() -> hanging.get() >= ClusterWatch.THREADS);
    int before = beats.get();
    await().atMost(SOME_BEATS).until(() -> beats.get() >= before + 3);
  }

  private void hold(CountDownLatch taken, CountDownLatch done) {
    watched
        .apiServer()
        .call(
            Caller.SERVICE_ACCOUNT,
            Deadline.after(Duration.ofMinutes(1)),
            client -> {
              taken.countDown();
              try {
                return done.await(1, TimeUnit.MINUTES);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
              }
            });
  }

  private void countBeats() {
    cluster
        .api()
        .faults()
        .always(
            request -> {
              if (request.path().equals("/version")) {
                beats.incrementAndGet();
              }
              return false;
            },
            Fault.drop());
  }
}
