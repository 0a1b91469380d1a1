// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every manifest is deployed as a new app and adopted as it is, over REST and over gRPC. Nothing
 * may be lost; what is goes into a table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealAppsContract {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String RUN = Long.toString(System.nanoTime() & 0xffffff, 36);

  @TestHTTPResource("/")
  URI root;

  @Inject KubernetesClient kubernetes;

  /** The table's name. */
  abstract String table();

  @BeforeAll
  void beginTable() throws IOException {
    LossTable.begin(table());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.roadstead.realapps.Manifest#all")
  void losesNothingOf(Manifest manifest) throws IOException {
    var row = new LossTable.Row(manifest);
    try (Transport rest = new RestTransport(root);
        Transport grpc = new GrpcTransport(root)) {
      for (Transport transport : List.of(rest, grpc)) {
        String over = transport == rest ? "REST" : "gRPC";
        if (manifest.partly().isEmpty()) {
          deploy(manifest, transport, row, over);
        }
        adopt(manifest, transport, row, over);
      }
    } finally {
      row.appendTo(table());
    }
    assertThat(row.losses()).as("lost of %s", manifest).isEmpty();
  }

  private void deploy(Manifest manifest, Transport transport, LossTable.Row row, String over) {
    try (Leg leg = leg()) {
      row.check("deploy " + over, () -> new DeployCheck(manifest, leg, transport).losses());
    }
  }

  private void adopt(Manifest manifest, Transport transport, LossTable.Row row, String over) {
    try (Leg leg = leg()) {
      var check = new AdoptCheck(manifest, leg, transport);
      if (row.check("adopt " + over, check::adopt)) {
        row.check("second write " + over, check::again);
        row.check("new image " + over, check::newImage);
      }
    }
  }

  private Leg leg() {
    return new Leg(kubernetes, "realapps-%s-%d".formatted(RUN, NUMBER.incrementAndGet()));
  }
}
