// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Everything that is reported of an app that has settled, word for word the same over REST and
 * gRPC. Other cases compare what two apps mean, and so have to leave out what differs between them.
 */
abstract class SettledContract extends AppsContract {

  @Test
  void reportsAnExposedAppTheSameOverBoth() {
    Session s = shared();
    s.deploy(
        """
        {"containers": [{"name": "web", "image": "luksa/kubia:1.0",
           "ports": [{"name": "http", "port": 8080}]}],
         "replicas": 2, "exposure": {"type": "EXTERNAL"}, "labels": {"team": "%s"}}
        """
            .formatted(s.app));
    s.awaitState("READY");
    reportsTheSame(
        s,
        status -> {
          has(status, "/state", "READY");
          has(status, "/readyReplicas", "2");
          has(status, "/rollout/complete", "true");
          has(status, "/exposure/type", "EXTERNAL");
          says(status, "/exposure/message");
          says(status, "/exposure/rung");
          says(status, "/exposure/addresses/0/url");
          says(status, "/exposure/addresses/0/rung");
          says(status, "/exposure/addresses/0/audience");
          says(status, "/exposure/addresses/0/grade");
        });
    sameOverBoth(
        client -> client.pods(Session.NAMESPACE, s.app, 10, ""),
        page -> {
          assertThat(page.path("pods")).hasSize(2);
          says(page, "/pods/1/ip");
          says(page, "/pods/1/node");
          says(page, "/pods/1/hostname");
          says(page, "/pods/1/createTime");
          says(page, "/pods/1/containers/0/state");
        });
  }

  @Test
  void reportsAnAppWithoutItsImageTheSameOverBoth() {
    Session s = shared();
    s.deploy(
        """
        {"containers": [{"name": "web", "image": "example.com/no-such-image:1"}],
         "labels": {"team": "%s"}}
        """
            .formatted(s.app));
    reportsTheSame(
        s,
        status -> {
          JsonNode reason = reason(status, Set.of("IMAGE_NOT_FOUND"));
          has(reason, "/severity", "ERROR");
          has(reason, "/affectedPods", "1");
          says(reason, "/message");
          says(reason, "/object");
          says(reason, "/evidence/event");
          says(status, "/pods/0/containers/0/state");
          has(status, "/rollout/steps/0/images/0", "example.com/no-such-image:1");
          has(status, "/rollout/steps/0/latest", "true");
          says(status, "/rollout/steps/0/revision");
          says(status, "/rollout/steps/0/replicaSet");
        });
  }

  @Test
  void reportsAnAppThatCrashesTheSameOverBoth() {
    Session s = shared();
    s.deploy(
        """
        {"containers": [{"name": "web", "image": "example.com/crash:1"}],
         "labels": {"team": "%s"}}
        """
            .formatted(s.app));
    reportsTheSame(
        s,
        status -> {
          says(reason(status, Set.of("CRASH_LOOP")), "/evidence/exitCode");
          says(status, "/pods/0/containers/0/restarts");
          says(status, "/pods/0/containers/0/lastExit/exitCode");
          says(status, "/pods/0/containers/0/lastExit/finishTime");
        });
  }

  /** As a status, as part of the app, and as part of a page of apps (which has no pods). */
  private void reportsTheSame(Session s, Consumer<JsonNode> expected) {
    sameOverBoth(client -> client.status(Session.NAMESPACE, s.app), expected);
    sameOverBoth(
        client -> client.get(Session.NAMESPACE, s.app),
        app -> {
          expected.accept(app.path("status"));
          says(app, "/uid");
          says(app, "/createTime");
        });
    sameOverBoth(
        client -> client.list(Session.NAMESPACE, 10, "", "team=" + s.app),
        page -> {
          assertThat(page.path("apps")).hasSize(1);
          says(page, "/apps/0/status/state");
          says(page, "/apps/0/spec/containers/0/image");
        });
  }

  private static JsonNode reason(JsonNode status, Set<String> reasons) {
    return StreamSupport.stream(status.path("reasons").spliterator(), false)
        .filter(found -> reasons.contains(found.path("reason").asText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("none of " + reasons + " in " + status));
  }

  private static void has(JsonNode body, String pointer, String value) {
    assertThat(body.at(pointer).asText()).as(pointer).isEqualTo(value);
  }

  private static void says(JsonNode body, String pointer) {
    assertThat(body.at(pointer).asText()).as("%s of %s", pointer, body).isNotEmpty();
  }
}
