// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * An app as its authors wrote it down: one Deployment and what goes with it.
 *
 * @param id number and name of the file
 * @param partly the fields that the contract leaves out on purpose; empty for an app that can be
 *     deployed wholly
 * @param documents the objects in the order of the file
 */
record Manifest(String id, String partly, List<JsonNode> documents) {
  private static final Path FOLDER = Path.of("src", "test", "resources", "realapps");
  private static final String PARTLY = "# partly: ";

  /** Every manifest, in the order of the file names. */
  static Stream<Manifest> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(Manifest::read).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that can be deployed wholly. */
  static Stream<Manifest> whole() {
    return all().filter(manifest -> manifest.partly().isEmpty());
  }

  private static Manifest read(Path file) {
    try {
      String text = Files.readString(file);
      String first = text.lines().findFirst().orElse("");
      // Numbers with a leading zero are octal, as kubectl reads them.
      var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      List<JsonNode> documents = new ArrayList<>();
      for (Object document : yaml.loadAll(text)) {
        documents.add(Tree.MAPPER.valueToTree(document));
      }
      return new Manifest(
          file.getFileName().toString().replace(".yaml", ""),
          first.startsWith(PARTLY) ? first.substring(PARTLY.length()) : "",
          documents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of the Deployment is that of the app. */
  String app() {
    return deployment().at("/metadata/name").asText();
  }

  JsonNode deployment() {
    return ofKind("Deployment").get(0);
  }

  JsonNode pod() {
    return deployment().at("/spec/template/spec");
  }

  /**
   * The Services, the one that becomes the exposure first: that with the name of the Deployment,
   * otherwise the first of the file.
   */
  List<JsonNode> services() {
    List<JsonNode> services = new ArrayList<>(ofKind("Service"));
    services.stream()
        .filter(service -> service.at("/metadata/name").asText().equals(app()))
        .findFirst()
        .ifPresent(
            named -> {
              services.remove(named);
              services.add(0, named);
            });
    return services;
  }

  Optional<JsonNode> autoscaler() {
    return ofKind("HorizontalPodAutoscaler").stream().findFirst();
  }

  /** What the app refers to: ConfigMaps, Secrets, claims, ServiceAccounts. */
  List<JsonNode> others() {
    List<String> own = List.of("Deployment", "Service", "HorizontalPodAutoscaler");
    return documents.stream()
        .filter(document -> !own.contains(document.path("kind").asText()))
        .toList();
  }

  private List<JsonNode> ofKind(String kind) {
    return documents.stream()
        .filter(document -> document.path("kind").asText().equals(kind))
        .toList();
  }

  /** The object in a namespace of its own. */
  static JsonNode in(String namespace, JsonNode document) {
    ObjectNode copy = document.deepCopy();
    ((ObjectNode) copy.path("metadata")).put("namespace", namespace);
    return copy;
  }

  @Override
  public String toString() {
    return id;
  }
}
