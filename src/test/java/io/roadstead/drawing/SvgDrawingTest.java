// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.app.AppState;
import io.roadstead.app.Health;
import io.roadstead.app.LogicalView;
import io.roadstead.app.LogicalView.Item;
import io.roadstead.app.LogicalView.Kind;
import io.roadstead.app.PhysicalView;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SvgDrawingTest {

  @ParameterizedTest
  @EnumSource(AppState.class)
  void marksAStateAlikeInTheHeaderAndOnTheDeployment(AppState state) {
    Picture picture =
        Picture.of(
            Drawings.svg(
                LogicalViews.kubia().state(state).deployment(Health.of(state), "as it is").view()));

    String marked = "rs-disc " + Tone.of(Health.of(state)).css();
    assertThat(picture.marks().get(0)).isEqualTo(marked);
    assertThat(picture.marksIn("rs-deployment")).containsExactly(marked);
  }

  @TestFactory
  Stream<DynamicTest> drawsLogicalViewsOfAllShapes() {
    return Shapes.logical().entrySet().stream()
        .map(shape -> DynamicTest.dynamicTest(shape.getKey(), () -> check(shape.getValue())));
  }

  private static void check(LogicalView view) {
    Picture picture = Picture.of(Drawings.svg(view)).check();
    List<String> pods =
        view.items().stream().filter(item -> item.kind() == Kind.POD).map(Item::name).toList();

    assertThat(picture.ofClass("rs-pod")).hasSize(pods.size());
    assertNamed(picture, pods);
    assertThat(Drawings.svg(view)).isEqualTo(Drawings.svg(view));
  }

  @TestFactory
  Stream<DynamicTest> drawsPhysicalViewsOfAllShapes() {
    return Shapes.physical().entrySet().stream()
        .map(shape -> DynamicTest.dynamicTest(shape.getKey(), () -> check(shape.getValue())));
  }

  private static void check(PhysicalView view) {
    Picture picture = Picture.of(Drawings.svg(view)).check();
    List<String> pods = PhysicalWords.pods(view).stream().map(PhysicalView.Pod::name).toList();

    assertThat(picture.ofClass("rs-pod")).hasSize(pods.size());
    assertThat(picture.ofClass("rs-zone")).hasSize(view.zones().size());
    assertNamed(picture, pods);
    assertThat(Drawings.svg(view)).isEqualTo(Drawings.svg(view));
  }

  private static void assertNamed(Picture picture, List<String> names) {
    String titles = String.join("\n", picture.texts("title"));
    assertThat(names).allSatisfy(name -> assertThat(titles).contains(PlainText.line(name)));
  }

  @Test
  void staysSmallWithTwoHundredPods() {
    Picture logical = Picture.of(Drawings.svg(LogicalViews.ofPods(200)));
    Picture physical = Picture.of(Drawings.svg(PhysicalViews.ofPods(200, 20)));

    assertThat(Stream.of(logical, physical))
        .allSatisfy(
            picture -> {
              assertThat(picture.width()).isLessThanOrEqualTo(1220);
              assertThat(picture.height()).isLessThanOrEqualTo(1600);
            });
    assertThat(Drawings.svg(PhysicalViews.ofPods(200, 20))).hasSizeLessThan(120_000);
    assertThat(Drawings.svg(LogicalViews.ofPods(200))).hasSizeLessThan(120_000);
  }

  @Test
  void tellsTheLogicalViewInWords() {
    assertThat(Picture.of(Drawings.svg(LogicalViews.midRollout())).description())
        .contains("Deploying.")
        .contains("4 pods: 3 ready, 1 not ready, 3 get traffic.")
        .contains("as of 2026-03-14 09:26:53 UTC")
        .contains("ReplicaSet kubia-6f7d in progress: 1 of 2 ready.")
        .contains(
            "Pod kubia-6f7d-p4k9t in progress: ContainerCreating, Pulling image, luksa/kubia:v2 is");
  }

  @Test
  void tellsThePhysicalViewInWords() {
    assertThat(Picture.of(Drawings.svg(PhysicalViews.sixPods())).description())
        .contains("6 pods: 5 ready, 1 not ready, 5 get traffic.")
        .contains("Address http://203.0.113.7:80, public.")
        .contains("Zone europe-west1-b: 2 nodes, 3 pods: gke-prod-default-pool-1f2e3d4c-7bqz has 2")
        .contains(
            "6 pods on 4 of 6 nodes, in 3 of 3 zones; at most 2 on one node and 3 in one zone.")
        .contains("and 2 more nodes without pods of this app.");
    assertThat(Picture.of(Drawings.svg(PhysicalViews.onePod())).description())
        .contains("Risk: Single replica: There is one pod only")
        .contains("Nothing in this cluster provides load balancers")
        .contains("Expose the app as NODE_PORT");
  }

  @Test
  void marksWhatIsForeign() {
    Picture picture = Picture.of(Drawings.svg(Shapes.foreign()));

    assertThat(picture.texts("text"))
        .contains("not Roadstead's", "and 7 older", "and 3 more Services");
    assertThat(Drawings.svg(Shapes.foreign())).contains("class=\"rs-card rs-warning rs-foreign\"");
  }

  @Test
  void saysThatItIsStaleAndWhatItLeavesOut() {
    PhysicalView view = Shapes.physical().get("unscheduled and stale");

    assertThat(Picture.of(Drawings.svg(view)).texts("text"))
        .contains(Words.STALE, "and 37 more pods, not drawn", "No node yet");
  }

  @Test
  void drawsDashedLinesOnlyWhereNoTrafficFlows() {
    assertThat(Drawings.svg(LogicalViews.midRollout())).contains("class=\"rs-edge rs-dashed\"");
    assertThat(Drawings.svg(LogicalViews.ofPods(0))).doesNotContain("rs-edge rs-flow rs-dashed");
    assertThat(Drawings.svg(PhysicalViews.onePod())).contains("rs-edge rs-flow rs-dashed");
    assertThat(Drawings.svg(PhysicalViews.sixPods())).doesNotContain("rs-edge rs-flow rs-dashed");
  }

  @Test
  void leadsAroundARowOfZonesThatGetsNoTraffic() {
    PhysicalViews views = PhysicalViews.kubia();
    for (int i = 0; i < 9; i++) {
      var pod = PhysicalViews.pod("kubia-" + i, "10.0.0." + i);
      views.zone(
          "zone-" + i, i < 8 ? PhysicalViews.node("node-" + i) : PhysicalViews.node("n", pod));
    }

    assertThat(Drawings.svg(views.view()))
        .containsPattern("class=\"rs-edge rs-flow\"[^>]* d=\"M\\d+ \\d+H12V\\d+\"");
  }

  @Test
  void givesEachPictureItsOwnIds() {
    assertThat(Drawings.svg(LogicalViews.midRollout()))
        .contains("id=\"rs-logical.default.kubia.title\"");
    assertThat(Drawings.svg(PhysicalViews.sixPods()))
        .contains("id=\"rs-physical.default.kubia.title\"");
  }
}
