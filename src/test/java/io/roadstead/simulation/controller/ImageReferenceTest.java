// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
  private static final String DIGEST =
      "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @CsvSource({
    "nginx, docker.io/library/nginx:latest, nginx",
    "luksa/kubia:1.0, docker.io/luksa/kubia:1.0, kubia",
    "localhost/app, localhost/app:latest, app",
    "registry:5000/a/b_c:v1, registry:5000/a/b_c:v1, b_c",
    "ghcr.io/a/b@" + DIGEST + ", ghcr.io/a/b@" + DIGEST + ", b",
    "ghcr.io/a/b:1@" + DIGEST + ", ghcr.io/a/b:1@" + DIGEST + ", b"
  })
  void completesTheNameAsTheRuntimeDoes(String image, String full, String last) {
    ImageReference reference = ImageReference.parse(image).orElseThrow();
    assertThat(reference.full()).isEqualTo(full);
    assertThat(reference.lastComponent()).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Nginx", "a//b", "a:b:c", "nginx:", "nginx@sha256:12", "-a", "a b"})
  void refusesWhatBreaksTheGrammar(String image) {
    assertThat(ImageReference.parse(image)).isEmpty();
  }
}
