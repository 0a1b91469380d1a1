// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import io.roadstead.cluster.SystemFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Roadstead says of every system it knows: which one it is, where an app is reached, what it
 * waits for, and the two views. On whichever API server; what was seen goes into a table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SystemsContract {
  private static final Path TABLES = Path.of("target", "systems");

  /** The kubeconfig of a cluster without nodes, of the fixture's version where that can be. */
  abstract String kubeconfigYaml(SystemFixture fixture);

  /** The table's name. */
  abstract String table();

  @BeforeAll
  void beginTable() throws IOException {
    Files.createDirectories(TABLES);
    Files.writeString(file(), SystemRow.HEADER, StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.roadstead.cluster.SystemFixture#all")
  void tellsWhereAnAppIsReachedWhenTheClusterLooksLike(SystemFixture fixture) throws IOException {
    var row = new SystemRow(fixture.id());
    try (var checks = new SystemChecks(kubeconfigYaml(fixture), fixture)) {
      row.check("recognized", checks::recognized);
      row.check("pending", checks::pending);
      row.check("address", checks::address);
      row.check("nodePort", checks::nodePort);
      row.check("views", checks::views);
    } finally {
      row.appendTo(file());
    }
    row.requirePassed();
  }

  private Path file() {
    return TABLES.resolve(table() + ".tsv");
  }
}
