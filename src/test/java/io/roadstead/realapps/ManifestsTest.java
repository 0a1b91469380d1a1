// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.roadstead.v1.AppSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests are valid, and have every shape that was counted in real ones. */
class ManifestsTest {
  private static final int FEWEST = 60;

  @Test
  void areEnough() {
    assertThat(Manifest.whole()).hasSizeGreaterThanOrEqualTo(FEWEST);
    assertThat(Manifest.all().filter(manifest -> !manifest.partly().isEmpty()))
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.roadstead.realapps.Manifest#all")
  void areObjectsThatTheClientKnowsEveryFieldOf(Manifest manifest) {
    for (JsonNode document : manifest.documents()) {
      HasMetadata object = Serialization.unmarshal(document.toString());
      assertThat(object.getClass().getSimpleName()).isEqualTo(document.path("kind").asText());
      JsonNode again = Tree.read(Serialization.asJson(object));
      assertThat(unknown("", document, again)).as("fields of %s", object.getKind()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.roadstead.realapps.Manifest#all")
  void consistOfOneAppAndWhatGoesWithIt(Manifest manifest) {
    JsonNode labels = manifest.deployment().at("/spec/template/metadata/labels");
    assertThat(
            Differences.missing("", manifest.deployment().at("/spec/selector/matchLabels"), labels))
        .isEmpty();
    for (JsonNode service : manifest.services()) {
      assertThat(Differences.missing("", service.at("/spec/selector"), labels)).isEmpty();
    }
    manifest
        .autoscaler()
        .ifPresent(
            autoscaler ->
                assertThat(autoscaler.at("/spec/scaleTargetRef/name").asText())
                    .isEqualTo(manifest.app()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.roadstead.realapps.Manifest#all")
  void becomeSpecsOfTheContract(Manifest manifest) {
    JsonNode spec = ManifestToSpec.spec(manifest);
    assertThatCode(() -> SpecMessage.fill(AppSpec.newBuilder(), spec)).doesNotThrowAnyException();
    AppSpec message = SpecMessage.fill(AppSpec.newBuilder(), spec).build();
    assertThat(SpecMessage.fill(AppSpec.newBuilder(), SpecMessage.toJson(message)).build())
        .isEqualTo(message);
  }

  @Test
  void haveEveryShape() throws IOException {
    List<List<String>> apps = Manifest.all().map(Shapes::paths).toList();
    var counts = new TreeMap<String, Long>();
    Shapes.PATTERNS.forEach(
        (shape, pattern) ->
            counts.put(
                shape, apps.stream().filter(paths -> Shapes.matches(pattern, paths)).count()));
    var text = new StringBuilder("shape\tapps\n");
    counts.forEach((shape, count) -> text.append(shape).append('\t').append(count).append('\n'));
    Files.createDirectories(LossTable.FOLDER);
    Files.writeString(
        LossTable.FOLDER.resolve("coverage.tsv"), text.toString(), StandardCharsets.UTF_8);
    assertThat(counts).allSatisfy((shape, count) -> assertThat(count).as(shape).isPositive());
  }

  /** Paths of the manifest that the typed object does not have. */
  private static List<String> unknown(String at, JsonNode written, JsonNode typed) {
    List<String> unknown = new ArrayList<>();
    for (var entry : written.properties()) {
      JsonNode value = entry.getValue();
      JsonNode there = typed.path(entry.getKey());
      boolean empty = value.isNull() || value.isContainerNode() && value.isEmpty();
      if (there.isMissingNode() && !empty) {
        unknown.add(at + "." + entry.getKey());
      } else {
        unknown.addAll(unknown(at + "." + entry.getKey(), value, there));
      }
    }
    if (written.isArray()) {
      for (int i = 0; i < written.size(); i++) {
        unknown.addAll(unknown(at + "[" + i + "]", written.path(i), typed.path(i)));
      }
    }
    return unknown;
  }
}
