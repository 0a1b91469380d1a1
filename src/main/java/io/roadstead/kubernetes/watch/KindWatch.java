// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a table up to date: lists once, then watches, and resumes the watch where it ended, for as
 * long as the service runs. The client's own informers are not used because they hide bookmarks,
 * and thereby stalled watches, and because they hold whole objects.
 */
final class KindWatch<T extends HasMetadata, L extends KubernetesResourceList<T>> {
  private static final Logger LOG = Logger.getLogger(KindWatch.class);

  /** As client-go does: the API server ends a watch after five to ten minutes. */
  private static final long SHORTEST_WATCH_SECONDS = 300;

  /** After this many failed attempts to resume, the watch starts over with a list. */
  private static final int MOST_RESUMES = 3;

  /** API servers send a bookmark about every minute. */
  private static final Duration SILENT = Duration.ofMinutes(3);

  private static final Duration SILENT_WITHOUT_BOOKMARKS = Duration.ofMinutes(12);
  private static final Duration LASTING = Duration.ofSeconds(5);

  private final String name;
  private final WatchSource<T, L> source;
  private final RecordSink<T, ?> sink;
  private final WatchStates states;
  private final ScheduledExecutorService executor;

  // Guarded by this.
  private @Nullable Attempt current;
  private @Nullable String resumeVersion;
  private int failures;
  private boolean closed;

  KindWatch(
      String name,
      WatchSource<T, L> source,
      RecordSink<T, ?> sink,
      WatchStates states,
      ScheduledExecutorService executor) {
    this.name = name;
    this.source = source;
    this.sink = sink;
    this.states = states;
    this.executor = executor;
    states.register(name);
  }

  void start() {
    schedule(Duration.ZERO);
  }

  synchronized void close() {
    closed = true;
    Attempt open = current;
    current = null;
    if (open != null) {
      open.close();
    }
  }

  /** Ends a watch that has been silent for too long; it is then resumed. */
  void endIfSilent() {
    endIfSilent(name.startsWith(Watches.EVENTS) ? SILENT_WITHOUT_BOOKMARKS : SILENT);
  }

  void endIfSilent(Duration limit) {
    Attempt open;
    synchronized (this) {
      open = current;
    }
    if (open != null && open.silence().compareTo(limit) > 0) {
      LOG.infof("The watch of %s has fallen silent and is resumed", name);
      ended(open, new WatchFailure("The watch has fallen silent", null));
    }
  }

  private void run() {
    String from;
    synchronized (this) {
      if (closed || current != null) {
        return;
      }
      from = failures > MOST_RESUMES ? null : resumeVersion;
    }
    var attempt = new Attempt();
    try {
      String version = from == null ? sink.fill(source) : from;
      open(attempt, version);
    } catch (RuntimeException e) {
      ended(attempt, e);
    }
  }

  private void open(Attempt attempt, String version) {
    synchronized (this) {
      if (closed) {
        return;
      }
      current = attempt;
      resumeVersion = version;
    }
    long seconds = ThreadLocalRandom.current().nextLong(SHORTEST_WATCH_SECONDS);
    Watch handle = source.watch(version, SHORTEST_WATCH_SECONDS + seconds, attempt);
    synchronized (this) {
      attempt.handle = handle;
      if (closed || current != attempt) {
        attempt.close();
        return;
      }
      states.connected(name);
    }
  }

  private synchronized void ended(Attempt attempt, Exception why) {
    boolean wasCurrent = current == attempt;
    if (closed || (current != null && !wasCurrent) || attempt.ended) {
      return;
    }
    attempt.ended = true;
    current = null;
    attempt.close();
    var failure = WatchFailure.of(why);
    if (failure.isGone()) {
      resumeVersion = null;
    }
    if (attempt.lasted()) {
      failures = 0;
      states.disconnected(name);
      schedule(Duration.ZERO);
      return;
    }
    failures++;
    String words = "%s can't be watched: %s".formatted(name, failure.words());
    if (failure.isForbidden() && Watches.isDispensable(name)) {
      sink.clear();
      states.refused(name, words);
    } else {
      states.failed(name, words);
    }
    log(failure);
    schedule(Backoff.next(failures, failure.isRefusal()));
  }

  /** An unavailable API server is reported once, by the heartbeat. */
  private void log(WatchFailure failure) {
    if (failure.isRefusal() && failures == 1) {
      LOG.warnf("%s can't be watched, and is tried again: %s", name, failure.words());
      return;
    }
    LOG.debugf(failure, "The watch of %s ended", name);
  }

  private void schedule(Duration delay) {
    try {
      ScheduledFuture<?> unused =
          executor.schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debugf("Watch of %s ends with the service", name);
    }
  }

  private void sawVersion(@Nullable String version) {
    if (version != null && !version.isEmpty()) {
      resumeVersion = version;
    }
  }

  /** One connection to the API server. */
  private final class Attempt implements Watcher<T> {
    private final long startNanos = System.nanoTime();
    private @Nullable Watch handle;
    private boolean ended;
    private volatile boolean heard;
    private volatile long lastContactNanos = startNanos;

    /** Under the lock, so that no event of an ended watch is applied after a later list. */
    @Override
    public void eventReceived(Action action, T object) {
      synchronized (KindWatch.this) {
        if (current != this || closed || action == Action.ERROR) {
          return;
        }
        heard = true;
        lastContactNanos = System.nanoTime();
        sink.accept(action, object);
        sawVersion(object.getMetadata().getResourceVersion());
      }
      states.heard(name);
    }

    @Override
    public void onClose(WatcherException cause) {
      KindWatch.this.ended(this, cause);
    }

    @Override
    public void onClose() {
      KindWatch.this.ended(this, new WatchFailure("The connection was closed", null));
    }

    /** Whether it worked, so that its end is normal. */
    boolean lasted() {
      return handle != null && (heard || System.nanoTime() - startNanos > LASTING.toNanos());
    }

    Duration silence() {
      return Duration.ofNanos(System.nanoTime() - lastContactNanos);
    }

    void close() {
      Watch open = handle;
      if (open != null) {
        open.close();
      }
    }
  }
}
