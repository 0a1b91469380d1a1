// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One run of a case over one transport, on an app of its own. What it sees of the app is kept, so
 * that the runs can be compared.
 */
final class Session {
  static final String NAMESPACE = "default";
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Different from run to run, or on its way while a case looks. */
  private static final Set<String> VOLATILE =
      Set.of(
          "uid",
          "etag",
          "createTime",
          "asOf",
          "since",
          "message",
          "object",
          "nodePort",
          "host",
          "url",
          "ip",
          "hostname",
          "node",
          "zone",
          "replicaSet",
          "nextPageToken",
          "status",
          "observedGeneration",
          "state",
          "reasons",
          "rollout",
          "pods",
          "exposureStatus",
          "updatedReplicas",
          "readyReplicas",
          "availableReplicas",
          "addresses",
          "rung",
          "remedy",
          "complete",
          "generation");

  final RoadsteadClient client;
  final String app;
  private final List<String> trace = new ArrayList<>();

  Session(RoadsteadClient client, String app) {
    this.client = client;
    this.app = app;
  }

  List<String> trace() {
    return trace;
  }

  Outcome deploy(String spec, RoadsteadClient.Options options) {
    return seen("deploy", client.deploy(NAMESPACE, app, spec, options));
  }

  Outcome deploy(String spec) {
    return deploy(spec, RoadsteadClient.Options.NONE);
  }

  Outcome update(String patch, RoadsteadClient.Options options) {
    return seen("update", client.update(NAMESPACE, app, patch, options));
  }

  Outcome update(String patch) {
    return update(patch, RoadsteadClient.Options.NONE);
  }

  Outcome stop() {
    return seen("stop", client.stop(NAMESPACE, app, RoadsteadClient.Options.NONE));
  }

  Outcome start() {
    return seen("start", client.start(NAMESPACE, app, RoadsteadClient.Options.NONE));
  }

  Outcome get() {
    return seen("get", client.get(NAMESPACE, app));
  }

  Outcome expose(String exposure) {
    return seen("expose", client.expose(NAMESPACE, app, exposure, RoadsteadClient.Options.NONE));
  }

  Outcome unexpose() {
    return seen("unexpose", client.unexpose(NAMESPACE, app, RoadsteadClient.Options.NONE));
  }

  Outcome scale(String scale, RoadsteadClient.Options options) {
    return seen("scale", client.scale(NAMESPACE, app, scale, options));
  }

  Outcome scale(String scale) {
    return scale(scale, RoadsteadClient.Options.NONE);
  }

  Outcome status() {
    return seen("status", client.status(NAMESPACE, app));
  }

  Outcome pods(int pageSize, String token) {
    return seen("pods", client.pods(NAMESPACE, app, pageSize, token));
  }

  Outcome delete(boolean foreground) {
    return seen("delete", client.delete(NAMESPACE, app, foreground, RoadsteadClient.Options.NONE));
  }

  /** Waits for a state; the status that has it. */
  Outcome awaitState(String state) {
    Outcome[] last = new Outcome[1];
    await(state)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              last[0] = client.status(NAMESPACE, app);
              return last[0].ok() && last[0].text("/state").equals(state);
            });
    trace.add("state " + state + " " + last[0].number("/readyReplicas") + " ready");
    return last[0];
  }

  /** Keeps what an outcome means, so that another transport must mean the same. */
  Outcome seen(String verb, Outcome outcome) {
    String meaning =
        "%s: created %s, reason '%s', fields %s, conflicts %s, retry after %d, %s"
            .formatted(
                verb,
                outcome.created(),
                outcome.reason(),
                outcome.fields(),
                outcome.conflicts(),
                outcome.retryAfter(),
                Json.without(VOLATILE, outcome.body()));
    // A header of REST is a field of gRPC.
    trace.add(meaning.replace(app, "APP").replace("[options.etag]", "[If-Match]"));
    return outcome;
  }
}
