// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/fields.md} says of each field of Kubernetes what Roadstead does with it. With {@code
 * FIELDS_RECORD=true} in the environment, its tables are written anew.
 */
final class FieldsTableTest {
  private static final int SEEDS = 500;
  private static final int TRIES = 24;
  private static final Path DOCUMENT = Path.of("docs/fields.md");
  private static final String START = "<!-- generated -->\n";

  private static final List<String> TYPES =
      List.of("DeploymentSpec", "ServiceSpec", "HorizontalPodAutoscalerSpec");

  private static FieldsTable table;

  @BeforeAll
  static void generate() throws ReflectiveOperationException {
    Schema schema = Schema.bundled();
    var seen = new SaidFields(schema);
    for (long seed = 1; seed <= SEEDS; seed++) {
      AppGenerator.of(seed).objects().forEach(object -> add(seen, object));
    }
    // Few fields beside the one in question: one that is kept can keep a whole list.
    for (int seed = 1; seed <= TRIES; seed++) {
      var dice = new Dice(seed);
      for (String type : TYPES) {
        for (String path : schema.leaves(type).keySet()) {
          add(seen, small(new Walks(schema, dice, seed % 3 * 0.1), type, path));
        }
      }
    }
    table = new FieldsTable(seen, refused());
  }

  /** Makes objects around one value. */
  private record Walks(Schema schema, Dice dice, double density) {
    Walk about(String path) {
      return new Walk(schema, dice, density, path);
    }
  }

  private static ObjectNode small(Walks walks, String type, String path) {
    Dice dice = walks.dice();
    String pods = type.equals(TYPES.get(0)) ? path : "";
    ObjectNode deployment = DeploymentShape.of(walks.about(pods), dice, "web");
    return switch (TYPES.indexOf(type)) {
      case 0 -> deployment;
      case 1 -> withFamilies(ServiceShape.of(walks.about(path), dice, "web", deployment), path);
      default -> AutoscalerShape.of(walks.about(path), dice, "web", deployment);
    };
  }

  /** The clusters that generated Services are made for have no IPv6. */
  private static ObjectNode withFamilies(ObjectNode service, String path) {
    if (path.equals("ipFamilies[]")) {
      service.withObject("/spec").putArray("ipFamilies").add("IPv6");
    }
    return service;
  }

  /**
   * Adds an object as it comes from a cluster; the labels and annotations of pods are also on the
   * Deployment, where an app has them.
   */
  private static void add(SaidFields seen, ObjectNode object) {
    ObjectNode live = (ObjectNode) ClusterApi.read(object.toString());
    Tree.with(
        live.path("spec").path("template"),
        "metadata",
        metadata -> live.withObject("/metadata").setAll(metadata.deepCopy()));
    seen.add(live.path("kind").asText() + "Spec", live);
  }

  @Test
  void hasTheGroupOfEveryField() throws IOException {
    String document = Files.readString(DOCUMENT);
    int start = document.indexOf(START) + START.length();
    String generated = document.substring(0, start) + table.text();
    if (System.getenv("FIELDS_RECORD") != null) {
      Files.writeString(DOCUMENT, generated);
      return;
    }
    assertThat(document).isEqualTo(generated);
  }

  /** What the contract can't express is never left out in silence. */
  @Test
  void listsEveryFieldThatIsKept() {
    assertThat(table.silent()).isEmpty();
  }

  /** The names are those of the messages, which nothing but the wire knows. */
  private static Set<String> refused() throws ReflectiveOperationException {
    Field names = Class.forName("io.roadstead.wire.BodyMessages").getDeclaredField("LEFT_OUT");
    names.setAccessible(true);
    return ((Map<?, ?>) names.get(null))
        .keySet().stream().map(Object::toString).collect(Collectors.toSet());
  }
}
