// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.app.ContainerState;
import io.roadstead.app.Health;
import io.roadstead.app.LogicalView;
import io.roadstead.app.LogicalView.Item;
import io.roadstead.app.LogicalView.Kind;
import io.roadstead.app.LogicalView.Relation;
import io.roadstead.app.PhysicalView;
import io.roadstead.app.PhysicalView.Container;
import io.roadstead.app.PhysicalView.Node;
import io.roadstead.app.PhysicalView.Pod;
import io.roadstead.app.PodPhase;
import io.roadstead.app.Reason;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every picture holds for pictures of anything. */
final class RandomViewsTest {

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void drawsWhateverLogicalViewThereIs(int seed) {
    LogicalView view = new Source(seed).logical();

    Picture.of(Drawings.svg(view)).check();
    assertThat(Drawings.mermaid(view)).startsWith("flowchart LR\n").hasSizeLessThan(50_000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void drawsWhateverPhysicalViewThereIs(int seed) {
    PhysicalView view = new Source(seed).physical();

    Picture.of(Drawings.svg(view)).check();
    assertThat(Drawings.mermaid(view)).startsWith("flowchart TB\n").hasSizeLessThan(50_000);
  }

  /** Makes up views. */
  private static final class Source {
    private final Random random;
    private int names;

    private Source(int seed) {
      random = new Random(seed);
    }

    private String text() {
      String text = Shapes.HOSTILE.get(random.nextInt(Shapes.HOSTILE.size()));
      return random.nextInt(4) == 0 ? text : "kubia-" + random.nextInt(1000);
    }

    private String name() {
      return text() + names++;
    }

    private Health health() {
      return Health.values()[random.nextInt(Health.values().length)];
    }

    private Item item(Kind kind) {
      String name = name();
      return new Item(
          Item.id(kind, name),
          kind,
          name,
          random.nextBoolean(),
          health(),
          text(),
          random.nextBoolean() ? null : Reason.values()[random.nextInt(Reason.values().length)],
          random.nextBoolean() ? null : text(),
          LogicalView.Facts.NONE,
          List.of(text(), text()),
          Map.of(name, text()));
    }

    private LogicalView logical() {
      LogicalViews views = LogicalViews.kubia().omitted(random.nextInt(3));
      List<Item> items =
          IntStream.range(0, random.nextInt(random.nextBoolean() ? 20 : 120))
              .mapToObj(i -> item(Kind.values()[random.nextInt(Kind.values().length)]))
              .toList();
      items.forEach(views::item);
      for (int i = 0; i < items.size() * 2; i++) {
        Item from = items.get(random.nextInt(items.size()));
        Item to = items.get(random.nextInt(items.size()));
        Relation relation = Relation.values()[random.nextInt(Relation.values().length)];
        views.link(from.id(), to.id(), relation, random.nextBoolean(), text());
      }
      return views.view();
    }

    private PhysicalView physical() {
      PhysicalViews views = PhysicalViews.kubia().otherNodes(random.nextInt(3));
      int most = random.nextBoolean() ? 3 : 30;
      int zones = random.nextInt(6);
      for (int zone = 0; zone < zones; zone++) {
        views.zone(
            name(),
            IntStream.range(0, random.nextInt(8)).mapToObj(i -> node(most)).toArray(Node[]::new));
      }
      IntStream.range(0, random.nextInt(most)).forEach(i -> views.unscheduled(pod()));
      return views.view();
    }

    private Node node(int most) {
      List<Pod> pods = IntStream.range(0, random.nextInt(most)).mapToObj(i -> pod()).toList();
      return new Node(
          name(), text(), text(), null, random.nextBoolean(), random.nextBoolean(), pods);
    }

    private Pod pod() {
      Container container =
          new Container(
              text(),
              text(),
              ContainerState.values()[random.nextInt(ContainerState.values().length)],
              random.nextBoolean() ? null : text(),
              random.nextBoolean() ? null : random.nextInt(256),
              random.nextBoolean(),
              random.nextInt(3));
      return new Pod(
          name(),
          random.nextBoolean() ? null : text(),
          text(),
          PodPhase.values()[random.nextInt(PodPhase.values().length)],
          health(),
          random.nextBoolean() ? null : Reason.OUT_OF_MEMORY,
          random.nextBoolean(),
          random.nextBoolean(),
          random.nextBoolean() ? null : random.nextLong(9),
          List.of(container));
    }
  }
}
