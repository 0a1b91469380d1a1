// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "kubia", "my-app-2"})
  void acceptsLabels(String app) {
    assertThat(AppName.parse("namespaces/default/apps/" + app))
        .isEqualTo(new AppName("default", app));
  }

  static Stream<String> badNames() {
    return Stream.of(
        "",
        "Kubia",
        "kubia-",
        "-kubia",
        "1app",
        "a.b",
        "a_b",
        "../x",
        "a/b",
        "kübia",
        "a b",
        "a\n",
        "a%2f",
        "a".repeat(64),
        "a".repeat(254));
  }

  @ParameterizedTest
  @MethodSource("badNames")
  void refusesAppsThatCanNotBeAServiceName(String app) {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> new AppName("default", app).requireNewName())
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
              assertThat(e.details().violations())
                  .extracting(Violation::field)
                  .containsExactly("app");
            });
  }

  @Test
  void namesBothPartsWhenBothAreBad() {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> new AppName("Default", "Kubia"))
        .withMessageContaining("namespace: \"Default\"")
        .withMessageContaining("app: \"Kubia\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kubia",
        "namespaces/a/apps",
        "namespaces/a/apps/b/",
        "apps/b/namespaces/a",
        "x/a/y/b"
      })
  void refusesOtherForms(String name) {
    assertThatExceptionOfType(AppException.class)
        .isThrownBy(() -> AppName.parse(name))
        .satisfies(
            e ->
                assertThat(e.details().violations())
                    .extracting(Violation::field)
                    .containsExactly("name"));
  }

  @Test
  void ordersByNamespaceThenApp() {
    assertThat(Stream.of("b/a", "a/b", "a/a").map(AppNameTest::name).sorted())
        .containsExactly(name("a/a"), name("a/b"), name("b/a"));
  }

  private static AppName name(String path) {
    String[] parts = path.split("/", 2);
    return new AppName(parts[0], parts[1]);
  }
}
