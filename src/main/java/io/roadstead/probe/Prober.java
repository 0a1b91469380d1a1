// SPDX-License-Identifier: Apache-2.0
package io.roadstead.probe;

import io.roadstead.cluster.Address;
import io.roadstead.cluster.Reachability;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tries addresses when they are read and caches the outcomes. A reader never waits: the first read
 * returns that the address has not been tried, a later one the last outcome and its time.
 */
@Singleton
public final class Prober implements Reachability {
  private static final Logger LOG = Logger.getLogger(Prober.class);

  /** More addresses than are read in practice. */
  private static final int MOST_KEPT = 10_000;

  private final ProbeConfig.Mode mode;
  private final Duration freshFor;
  private final Clock clock;
  private final Attempter attempter;
  private final ExecutorService workers;
  private final Map<Address, Attempt> attempts = Collections.synchronizedMap(new Kept());
  private final Set<Address> underWay = Collections.synchronizedSet(new HashSet<>());

  Prober(ProbeConfig config, Clock clock) {
    this.mode = config.mode();
    this.freshFor = config.freshFor();
    this.clock = clock;
    this.attempter =
        new Attempter(config.mode(), config.timeout(), new Targets(config.localMachine()));
    this.workers =
        new ThreadPoolExecutor(
            0,
            config.maxConcurrent(),
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Prober::thread);
  }

  @Override
  public @Nullable Attempt latest(Address address) {
    if (mode == ProbeConfig.Mode.OFF || !Targets.isConnected(address)) {
      return null;
    }
    Attempt known = attempts.get(address);
    boolean fresh =
        known != null
            && Duration.between(known.time(), clock.instant()).abs().compareTo(freshFor) < 0;
    if (!fresh && underWay.add(address)) {
      begin(address);
    }
    return known;
  }

  private void begin(Address address) {
    try {
      workers.execute(() -> run(address));
    } catch (RejectedExecutionException e) {
      // All workers are busy; the next read tries again.
      underWay.remove(address);
    }
  }

  private void run(Address address) {
    try {
      attempts.put(address, new Attempt(attempter.attempt(address), clock.instant()));
    } catch (RuntimeException e) {
      LOG.errorf(e, "Trying %s failed unexpectedly", address.url());
    } finally {
      underWay.remove(address);
    }
  }

  @PreDestroy
  void close() {
    workers.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "roadstead-probe");
    thread.setDaemon(true);
    return thread;
  }

  /** Removes the least recently read entries. */
  private static final class Kept extends LinkedHashMap<Address, Attempt> {
    private static final long serialVersionUID = 1L;

    Kept() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Address, Attempt> eldest) {
      return size() > MOST_KEPT;
    }
  }
}
