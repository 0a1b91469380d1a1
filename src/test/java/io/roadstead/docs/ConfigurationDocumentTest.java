// SPDX-License-Identifier: Apache-2.0
package io.roadstead.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.docs.ConfigurationReference.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/configuration.md} to the code. {@code ./mvnw test
 * -Dtest=ConfigurationDocumentTest -Droadstead.docs.update=true} writes it anew.
 */
final class ConfigurationDocumentTest {

  private static final Path DOCUMENT = Path.of("docs", "configuration.md");
  private static final String BEGIN = "<!-- generated from the code: begin -->\n";
  private static final String END = "<!-- generated from the code: end -->\n";

  private static List<Property> properties = List.of();

  @BeforeAll
  static void readSources() throws IOException {
    properties = ConfigurationReference.of(Path.of("src", "main", "java"));
    if (Boolean.getBoolean("roadstead.docs.update")) {
      Files.writeString(DOCUMENT, withTable(Files.readString(DOCUMENT)));
    }
  }

  @Test
  void findsThePropertiesOfTheCluster() {
    assertThat(properties)
        .filteredOn(property -> property.name().equals("roadstead.kubernetes.source"))
        .singleElement()
        .satisfies(
            property -> {
              assertThat(property.defaultValue()).contains("AUTO");
              assertThat(property.description()).startsWith("Where the connection");
            });
  }

  @Test
  void everyPropertyHasJavadoc() {
    assertThat(properties)
        .allSatisfy(
            property -> assertThat(property.description()).as(property.name()).isNotEmpty());
  }

  @Test
  void documentSaysWhatTheCodeSays() throws IOException {
    String document = Files.readString(DOCUMENT);

    assertThat(document)
        .as("run ./mvnw test -Dtest=ConfigurationDocumentTest -Droadstead.docs.update=true")
        .isEqualTo(withTable(document));
  }

  private static String withTable(String document) {
    int begin = document.indexOf(BEGIN) + BEGIN.length();
    return document.substring(0, begin) + table() + document.substring(document.indexOf(END));
  }

  private static String table() {
    return properties.stream()
        .map(ConfigurationDocumentTest::row)
        .collect(
            Collectors.joining("\n", "| property | default | meaning |\n|---|---|---|\n", "\n"));
  }

  private static String row(Property property) {
    String defaultValue = property.defaultValue().map("`%s`"::formatted).orElse("");
    return "| `%s` | %s | %s |".formatted(property.name(), defaultValue, property.description());
  }
}
