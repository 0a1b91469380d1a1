// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the pictures in {@code docs/images} to the code. {@code ./mvnw test
 * -Dtest=DocumentedDrawingsTest -Droadstead.docs.update=true} draws them anew.
 */
final class DocumentedDrawingsTest {
  private static final Map<String, String> PICTURES =
      Map.of(
          "logical.svg", Drawings.svg(LogicalViews.midRollout()),
          "physical.svg", Drawings.svg(PhysicalViews.sixPods()));

  @ParameterizedTest
  @ValueSource(strings = {"logical.svg", "physical.svg"})
  void showsWhatTheCodeDraws(String name) throws IOException {
    Path file = Path.of("docs", "images", name);
    String drawn = PICTURES.getOrDefault(name, "");
    if (Boolean.getBoolean("roadstead.docs.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, drawn);
    }

    assertThat(file)
        .as("run ./mvnw test -Dtest=DocumentedDrawingsTest -Droadstead.docs.update=true")
        .hasContent(drawn);
  }
}
