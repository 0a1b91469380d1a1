// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roadstead.app.AppException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageTokenTest {
  @Test
  void givesTheKeyBackForTheSameQuery() {
    String token = PageToken.of("apps default", "default/kubia");

    assertThat(PageToken.lastKey("apps default", token)).isEqualTo("default/kubia");
    assertThat(PageToken.lastKey("apps default", null)).isNull();
  }

  @Test
  void refusesATokenOfAnotherQuery() {
    String token = PageToken.of("apps default", "default/kubia");

    assertThatThrownBy(() -> PageToken.lastKey("apps other", token))
        .isInstanceOfSatisfying(
            AppException.class,
            e -> assertThat(e.details().violations().get(0).field()).isEqualTo("pageToken"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!!!", "ZGVmYXVsdA", "_____", "ZGVmYXVsdC9rdWJpYQo="})
  void refusesWhatIsNoToken(String token) {
    assertThatThrownBy(() -> PageToken.lastKey("apps default", token))
        .isInstanceOf(AppException.class);
  }
}
