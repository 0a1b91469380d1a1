// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
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

  private List<String> run(RoadsteadClient client, String transport, Consumer<Session> example) {
    String app = "c%s-%d-%s".formatted(RUN, NUMBER.incrementAndGet(), transport);
    var session = new Session(client, app);
    sessions.add(session);
    example.accept(session);
    return session.trace();
  }
}
