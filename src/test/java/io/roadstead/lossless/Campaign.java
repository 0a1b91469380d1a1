// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs a property on many apps, one of each lane at a time. */
record Campaign(AppApi apps, ClusterApi cluster) {
  /**
   * Runs it.
   *
   * @param test the name of the test
   * @param usual how many apps it runs on unless a property says otherwise
   */
  Report run(String test, int usual, Consumer<Trial> property) {
    long seed = Settings.seed();
    int cases = Settings.cases(usual);
    Collection<Finding> findings = new ConcurrentLinkedQueue<>();
    List<ExecutorService> lanes =
        Stream.generate(Executors::newSingleThreadExecutor).limit(NodePorts.LANES).toList();
    for (long number = seed; number < seed + cases; number++) {
      AppCase app = AppGenerator.of(number);
      lanes.get(NodePorts.lane(number)).execute(() -> findings.addAll(run(app, property)));
    }
    lanes.forEach(ExecutorService::shutdown);
    lanes.forEach(Campaign::awaitEnd);
    return new Report(test, cases, seed, findings);
  }

  private Collection<Finding> run(AppCase app, Consumer<Trial> property) {
    var creator = new Creator(cluster);
    var trial = new Trial(app, apps, cluster);
    try {
      creator.create(app);
      property.accept(trial);
    } catch (RuntimeException | AssertionError e) {
      trial.find("failed: " + Finding.general(String.valueOf(e.getMessage())), e.toString());
    } finally {
      creator.delete(app);
    }
    return trial.findings();
  }

  private static void awaitEnd(ExecutorService threads) {
    try {
      if (!threads.awaitTermination(1, TimeUnit.HOURS)) {
        throw new IllegalStateException("The apps take longer than an hour");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
