// SPDX-License-Identifier: Apache-2.0
package io.roadstead.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.app.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds {@code docs/api.md} to the error catalogue. */
final class ApiDocumentTest {

  @ParameterizedTest
  @EnumSource
  void documentHasEveryErrorWithBothItsCodes(ErrorCode code) throws IOException {
    assertThat(Files.readString(Path.of("docs", "api.md")))
        .contains("| `%s` | %d | `%s` |".formatted(code, code.httpStatus(), code.grpcCode()));
  }
}
