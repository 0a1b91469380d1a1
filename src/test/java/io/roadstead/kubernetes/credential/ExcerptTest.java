// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExcerptTest {
  @ParameterizedTest
  @CsvSource({
    "ERROR: please run az login, ERROR: please run az login",
    "token=abc, token=***",
    "client_secret: abc, client_secret: ***",
    "Authorization: Bearer abc.def, Authorization: Bearer ***",
    "got eyJhbGciOi.eyJleHAi.c2ln back, got *** back",
    "key 0123456789abcdef0123456789abcdef0123456789, key ***",
    "see https://docs.example.com/a/rather/long/path/to/a/page, "
        + "see https://docs.example.com/a/rather/long/path/to/a/page",
    "token expired, token expired",
  })
  void hidesWhatLooksLikeSecret(String said, String shown) {
    assertThat(Excerpt.of(said, "", List.of())).isEqualTo(shown);
  }

  @Test
  void hidesWhatWasAnsweredToo() {
    assertThat(Excerpt.of("got (s3cr3t) now", "{\"token\": \"s3cr3t\"}", List.of()))
        .isEqualTo("got (***) now");
  }

  @Test
  void hidesGivenSecrets() {
    assertThat(Excerpt.of("no user dev here", "", List.of("dev", "")))
        .isEqualTo("no user *** here");
  }

  @Test
  void isOneLine() {
    assertThat(Excerpt.of("\u001b[31mone\n\ttwo\r\n", "", List.of())).isEqualTo("[31mone two");
  }
}
