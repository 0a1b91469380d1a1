// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Runs a case over REST and over gRPC and compares what they saw. */
abstract class AppsContract {
  static final String ONE_CONTAINER =
      "{\"containers\":[{\"name\":\"web\",\"image\":\"luksa/kubia:1.0\",\"ports\":"
          + "[{\"name\":\"http\",\"port\":8080}]}]}";

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String RUN = Long.toString(System.nanoTime() & 0xffffff, 36);

  @TestHTTPResource("/")
  URI root;

  private final List<Session> sessions = new ArrayList<>();
  private RoadsteadClient rest;
  private RoadsteadClient grpc;

  @BeforeEach
  void connect() {
    rest = new RestRoadsteadClient(root);
    grpc = new GrpcRoadsteadClient(root);
  }

  @AfterEach
  void cleanUp() {
    sessions.forEach(
        session ->
            session.client.delete(
                Session.NAMESPACE, session.app, false, RoadsteadClient.Options.NONE));
    rest.close();
    grpc.close();
  }

  /** The same case, with the same meaning, over both transports. */
  void onBoth(Consumer<Session> example) {
    List<String> overRest = run(rest, "rest", example);
    List<String> overGrpc = run(grpc, "grpc", example);
    assertThat(overGrpc).as("gRPC means what REST means").isEqualTo(overRest);
    assertThat(overRest).as("something was seen").isNotEmpty();
  }

  /** An app of its own that one case reads over both transports. */
  Session shared() {
    var session = new Session(rest, newName("both"));
    sessions.add(session);
    return session;
  }

  /**
   * Waits until both transports say the very same of one app, and what is expected of it; nothing
   * is left out but the clock.
   */
  void sameOverBoth(Function<RoadsteadClient, Outcome> read, Consumer<JsonNode> expected) {
    await()
        .atMost(Session.PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode overRest = withoutClock(read.apply(rest).body());
              JsonNode overGrpc = withoutClock(read.apply(grpc).body());
              expected.accept(overRest);
              assertThat(overGrpc.toPrettyString())
                  .as("gRPC says what REST says")
                  .isEqualTo(overRest.toPrettyString());
            });
  }

  /** In the order of names, without the moment of the answer. */
  private static JsonNode withoutClock(JsonNode body) {
    return Json.without(Set.of("asOf"), body);
  }

  private static String newName(String transport) {
    return "c%s-%d-%s".formatted(RUN, NUMBER.incrementAndGet(), transport);
  }

  private List<String> run(RoadsteadClient client, String transport, Consumer<Session> example) {
    var session = new Session(client, newName(transport));
    sessions.add(session);
    example.accept(session);
    return session.trace();
  }
}
