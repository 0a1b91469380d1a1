// SPDX-License-Identifier: Apache-2.0
package io.roadstead.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document of the configuration is held to the code by another test. */
class KnownPropertiesTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(roadstead\\.[a-z.-]+)` \\|");

  @Test
  void areThoseOfTheDocument() throws Exception {
    String document = Files.readString(Path.of("docs", "configuration.md"));

    assertThat(KnownProperties.NAMES)
        .containsExactlyInAnyOrderElementsOf(
            ROW.matcher(document).results().map(row -> row.group(1)).toList());
  }
}
