// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EtagsTest {

  @Test
  void namesWhatWasSentInsteadOfAnEtag() {
    assertThatThrownBy(() -> Etags.checked("If-Match", "abc"))
        .hasMessageContaining("If-Match abc is not an etag")
        .hasMessageContaining("double quotes");
    assertThatThrownBy(() -> Etags.checked("If-Match", ""))
        .hasMessageContaining("If-Match is empty");
  }

  @Test
  void aWeakEtagIsKnownAsSuchAndDoesNotMatch() {
    assertThat(Etags.match("W/\"abc\"", "\"abc\"")).isFalse();
    assertThat(Etags.matchWeakly("W/\"abc\"", "\"abc\"")).isTrue();
    assertThat(Etags.matchWeakly("W/\"abc.1f\"", "\"abc\"")).isTrue();
    assertThat(Etags.matchWeakly("\"abc\"", "\"abc\"")).isFalse();
    assertThat(Etags.matchWeakly("W/\"other\"", "\"abc\"")).isFalse();
  }
}
