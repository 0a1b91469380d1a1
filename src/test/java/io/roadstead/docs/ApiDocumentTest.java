// SPDX-License-Identifier: Apache-2.0
package io.roadstead.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.app.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds {@code docs/api.md} and {@code docs/errors.md} to the error catalogue. */
final class ApiDocumentTest {

  @ParameterizedTest
  @EnumSource
  void documentHasEveryErrorWithBothItsCodes(ErrorCode code) throws IOException {
    assertThat(Files.readString(Path.of("docs", "api.md")))
        .contains("| `%s` | %d | `%s` |".formatted(code, code.httpStatus(), code.grpcCode()));
  }

  @ParameterizedTest
  @EnumSource
  void everyErrorHasASectionWithItsCodesAndAnExample(ErrorCode code) throws IOException {
    String document = Files.readString(Path.of("docs", "errors.md"));
    int begin = document.indexOf("\n## " + code + "\n");
    assertThat(begin).as("section of %s", code).isPositive();
    int end = document.indexOf("\n## ", begin + 1);
    String section = document.substring(begin, end < 0 ? document.length() : end);

    assertThat(section)
        .contains("HTTP %d · gRPC `%s`".formatted(code.httpStatus(), code.grpcCode()))
        .contains("**What to do:**")
        .contains("\"type\": \"/errors#%s\"".formatted(code.name().toLowerCase(Locale.ROOT)))
        .contains("\"title\": \"%s\"".formatted(code.title()))
        .contains("\"status\": " + code.httpStatus());
  }
}
