// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
  private static final String DIGEST = "sha256:" + "a".repeat(64);

  @ParameterizedTest
  @CsvSource({
    "nginx, nginx, ",
    "nginx:1.27, nginx, 1.27",
    "luksa/kubia:1.0, luksa/kubia, 1.0",
    "ghcr.io/acme/shop:v1_2.3-rc, ghcr.io/acme/shop, v1_2.3-rc",
    "localhost:5000/a/b:x, localhost:5000/a/b, x",
    "localhost:5000/a, localhost:5000/a, ",
    "REGISTRY.example.com/team/app, REGISTRY.example.com/team/app, ",
    "[2001:db8::1]:5000/app:1, [2001:db8::1]:5000/app, 1",
    "a__b/c-d---e.f, a__b/c-d---e.f, ",
  })
  void splitsRepositoryAndTag(String reference, String repository, String tag) {
    ImageReference image = ImageReference.parse(reference);

    assertThat(image.repository()).isEqualTo(repository);
    assertThat(image.tag()).isEqualTo(tag);
    assertThat(image).hasToString(reference);
  }

  @Test
  void keepsTagAndDigest() {
    ImageReference image = ImageReference.parse("nginx:1.27@" + DIGEST);

    assertThat(image).isEqualTo(new ImageReference("nginx", "1.27", DIGEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Nginx",
        "nginx:",
        "nginx:-x",
        "nginx@sha256:abc",
        "nginx latest",
        "/nginx",
        "a//b",
        "nginx/",
        "a/B",
        "nginx:1:2",
        "http://example.com/nginx",
        "../nginx",
        "nginx\n",
        "nginx;x",
        "-a",
        "a___b",
        "é"
      })
  void refusesWhatIsNoReference(String reference) {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> ImageReference.parse(reference))
        .satisfies(
            e ->
                assertThat(e.details().violations())
                    .extracting(Violation::field)
                    .containsExactly("image"));
  }

  @Test
  void refusesOverlongParts() {
    assertThat(ImageReference.isValid("a:" + "t".repeat(128))).isTrue();
    assertThat(ImageReference.isValid("a:" + "t".repeat(129))).isFalse();
    assertThat(ImageReference.isValid("a".repeat(255))).isTrue();
    assertThat(ImageReference.isValid("a".repeat(256))).isFalse();
  }
}
