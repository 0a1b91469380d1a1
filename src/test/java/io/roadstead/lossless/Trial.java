// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One generated app on a cluster, and what is found wrong with it. */
final class Trial {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final AppCase app;
  final AppApi apps;
  private final ClusterApi cluster;
  private final List<Finding> findings = new ArrayList<>();

  Trial(AppCase app, AppApi apps, ClusterApi cluster) {
    this.app = app;
    this.apps = apps;
    this.cluster = cluster;
  }

  List<Finding> findings() {
    return findings;
  }

  Snapshot snapshot() {
    return Snapshot.of(cluster, app);
  }

  /** What Roadstead says of the app once it has seen all of it. */
  AppApi.Answer read() {
    List<AppApi.Answer> last = new ArrayList<>();
    last.add(apps.get(app.name()));
    await("Roadstead sees the app")
        .atMost(PATIENCE)
        .pollDelay(Duration.ofMillis(15))
        .pollInterval(Duration.ofMillis(15))
        .until(
            () -> {
              AppApi.Answer answer = apps.get(app.name());
              AppApi.Answer before = last.set(0, answer);
              return answer.status() != 404
                  && answer.spec().equals(before.spec())
                  && isLatest(answer);
            });
    return last.get(0);
  }

  /** Whether it is the Deployment as it is now, and its controller has acted on it. */
  private boolean isLatest(AppApi.Answer answer) {
    long generation = cluster.get("Deployment", app.name()).at("/metadata/generation").asLong();
    JsonNode status = answer.body().path("status");
    return status.path("generation").asLong() == generation
        && status.path("observedGeneration").asLong() == generation;
  }

  /** Whether the call succeeded; a finding otherwise. */
  boolean succeeds(String step, AppApi.Answer answer) {
    if (answer.ok()) {
      return true;
    }
    find(step + " refused: " + Finding.general(answer.problem()), answer.problem());
    return false;
  }

  /** Whether nothing changed but what the filter lets pass; findings otherwise. */
  boolean keeps(String step, Snapshot before, Predicate<Difference> meant) {
    List<Difference> changes = before.until(snapshot()).stream().filter(meant.negate()).toList();
    // A rollout is worth saying when nothing else explains it.
    changes.stream()
        .filter(change -> changes.size() == 1 || !change.path().endsWith(Snapshot.REVISION))
        .forEach(change -> find(step + ": " + change.kind(), change.toString()));
    return changes.isEmpty();
  }

  /** The same when nothing is meant to change. */
  boolean keeps(String step, Snapshot before) {
    return keeps(step, before, change -> false);
  }

  void find(String kind, String detail) {
    findings.add(new Finding(kind, detail, app));
  }
}
