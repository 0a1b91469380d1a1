// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.kubernetes.client.ClusterConnection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Keeps the cache up to date from the start of the service to its end. Nothing waits for it: an
 * unavailable API server is a state of the cache, not an error of the service.
 */
@Singleton
public final class ClusterWatch {
  private static final Logger LOG = Logger.getLogger(ClusterWatch.class);

  /** One thread per watch would do no harm either; they are only briefly busy. */
  static final int THREADS = 6;

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Duration SILENCE_CHECK = Duration.ofSeconds(15);

  private final ClusterConnection connection;
  private final WatchConfig config;
  private final WatchStates states;
  private final ScheduledExecutorService executor;

  /** A separate executor, so that hanging watches do not look like an unavailable API server. */
  private final ScheduledExecutorService pulse;

  private final List<KindWatch<?, ?>> watches;
  private final Heartbeat heartbeat;

  ClusterWatch(
      KubernetesClient client,
      ApiServer apiServer,
      ClusterConnection connection,
      WatchConfig config,
      Tables tables,
      WatchStates states) {
    this.connection = connection;
    this.config = config;
    this.states = states;
    this.executor = Executors.newScheduledThreadPool(THREADS, ClusterWatch::thread);
    this.pulse = Executors.newSingleThreadScheduledExecutor(ClusterWatch::thread);
    this.watches = new Watches(client, tables, states, executor).all();
    this.heartbeat = new Heartbeat(apiServer.apart(), states);
  }

  void onStart(@Observes StartupEvent event) {
    start();
  }

  void onStop(@Observes ShutdownEvent event) {
    close();
  }

  /** The last known version of the API server; empty before its first response. */
  public Optional<String> kubernetesVersion() {
    return Optional.ofNullable(heartbeat.version());
  }

  void start() {
    if (connection.problem() != null) {
      states.silent(connection.problem());
      return;
    }
    watches.forEach(KindWatch::start);
    repeat(pulse, heartbeat::beat, config.heartbeat());
    repeat(executor, () -> watches.forEach(KindWatch::endIfSilent), SILENCE_CHECK);
  }

  /** Resumes watches that have been silent for longer than {@code limit}. */
  void renewSilent(Duration limit) {
    watches.forEach(watch -> watch.endIfSilent(limit));
  }

  void close() {
    watches.forEach(KindWatch::close);
    executor.shutdownNow();
    pulse.shutdownNow();
  }

  private static void repeat(ScheduledExecutorService executor, Runnable work, Duration period) {
    long millis = period.toMillis();
    // The task catches everything that it throws.
    ScheduledFuture<?> unused =
        executor.scheduleWithFixedDelay(
            () -> {
              try {
                work.run();
              } catch (RuntimeException e) {
                // An exception would end the repeated execution permanently.
                LOG.error("Unexpected failure in the watch of the cluster", e);
              }
            },
            0,
            millis,
            TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "roadstead-watch-" + NUMBER.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
