// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is written to {@code target/drawings} is for {@code .ci/drawings}: Mermaid's own parser. */
final class MermaidDrawingTest {
  /** Mermaid refuses more text and more lines than these, unless it is configured otherwise. */
  private static final int MOST_TEXT = 50_000;

  private static final int MOST_LINKS = 500;

  private static final Path SAMPLES = Path.of("target", "drawings");

  private static final String LABEL = "\"(?:<br/>|#\\d+;|[^\"\\[\\]|`<>#;{}%&])+\"";
  private static final Pattern LINE =
      Pattern.compile(
          "flowchart (LR|TB)"
              + "|accTitle: [^\"<>{}]*|accDescr: [^\"<>{}]*"
              + "|n\\d+\\["
              + LABEL
              + "]:::(ok|waiting|warning|error|idle)"
              + "|subgraph n\\d+\\["
              + LABEL
              + "]|end"
              + "|n\\d+ (-->|==>|-\\.->)(\\|"
              + LABEL
              + "\\|)? n\\d+"
              + "|class n\\d+ foreign|classDef [a-z]+ [a-z0-9:#, -]+");

  @TestFactory
  Stream<DynamicTest> writesViewsOfAllShapes() {
    return Stream.concat(
        Shapes.logical().entrySet().stream()
            .map(
                shape ->
                    dynamicTest("logical " + shape.getKey(), Drawings.mermaid(shape.getValue()))),
        Shapes.physical().entrySet().stream()
            .map(
                shape ->
                    dynamicTest("physical " + shape.getKey(), Drawings.mermaid(shape.getValue()))));
  }

  private static DynamicTest dynamicTest(String name, String text) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Files.createDirectories(SAMPLES);
          Files.writeString(SAMPLES.resolve(name.replace(' ', '-') + ".mmd"), text);
          assertThat(text.lines().map(String::strip))
              .allMatch(line -> LINE.matcher(line).matches());
          assertThat(text).hasSizeLessThan(MOST_TEXT);
          assertThat(text.lines().filter(line -> line.contains("> n"))).hasSizeLessThan(MOST_LINKS);
        });
  }

  @Test
  void saysWhatTiesOncePerKindOfTie() {
    assertThat(Drawings.mermaid(LogicalViews.ofPods(10)))
        .containsOnlyOnce("owns by pod-template-hash=6f7d")
        .containsOnlyOnce("scales by scaleTargetRef");
  }

  @Test
  void putsManyPodsTogether() {
    assertThat(Drawings.mermaid(LogicalViews.ofPods(61)))
        .contains("n6[\"42 pods<br/>", "n7[\"3 pods<br/>")
        .doesNotContain("Pod kubia-6f7d-");
    assertThat(Drawings.mermaid(PhysicalViews.ofPods(200, 20)))
        .contains("✓ 9 pods<br/>9 with traffic");
    assertThat(Drawings.mermaid(PhysicalViews.ofPods(500, 500))).hasLineCount(27);
  }

  @Test
  void drawsForeignObjectsDashed() {
    assertThat(Drawings.mermaid(Shapes.foreign()))
        .containsPattern(
            "n\\d+\\[\"HorizontalPodAutoscaler by-hand<br/>✓ 3 wanted<br/>not Roadstead#39;s\"]:::ok\n  class n\\d+ foreign");
  }

  @Test
  void escapesWhatMermaidWouldTakeForItsOwn() {
    assertThat(MermaidText.escaped("\"a\" [b] `c` |d| <e> #f; %%{g}"))
        .isEqualTo(
            "#34;a#34; #91;b#93; #96;c#96; #124;d#124; #60;e#62; #35;f#59; #37;#37;#123;g#125;");
  }
}
