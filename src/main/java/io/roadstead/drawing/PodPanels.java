// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;
import io.roadstead.app.PhysicalView.Container;
import io.roadstead.app.PhysicalView.Pod;
import java.util.ArrayList;
import java.util.List;

/** The boxes of pods and of the containers in them. */
final class PodPanels {
  private static final int MOST_CONTAINERS = 3;

  private PodPanels() {}

  /** The name under which a pod's position is recorded. */
  static String name(Pod pod) {
    return "pod/" + pod.name();
  }

  /** A pod in a view with few pods, with its containers. */
  static Panel card(Pod pod, int width) {
    Look look = look(pod);
    int inner = width - look.left() - look.padding();
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Type.NAME, Tone.INK, pod.name()).cut(Cut.START).mark(pod.health()));
    lines.add(
        Line.of(Type.CODE, Tone.INK, pod.ip() == null ? "no IP yet" : pod.ip())
            .end(trafficTone(pod), traffic(pod)));
    if (!pod.hostname().equals(pod.name())) {
      lines.add(Line.of(Type.SMALL, Tone.MUTED, "host name " + pod.hostname()).cut(Cut.MIDDLE));
    }
    String phase = Words.list(pod.phase().words(), pod.latest() ? "" : "old version");
    lines.add(Line.of(Type.SMALL, Tone.MUTED, phase).end(tone(pod), Words.orEmpty(pod.reason())));
    List<Block> containers = new ArrayList<>();
    pod.containers().stream()
        .limit(MOST_CONTAINERS)
        .forEach(container -> containers.add(container(container, inner)));
    return pod.containers().isEmpty()
        ? Panel.of(look, width, lines)
        : Panel.around(look, withRest(lines, pod), new Stack(containers, 4));
  }

  private static List<Line> withRest(List<Line> lines, Pod pod) {
    int more = pod.containers().size() - MOST_CONTAINERS;
    if (more > 0) {
      String text = Words.count(pod.containers().size(), "container") + ", " + more + " not drawn";
      lines.add(Line.of(Type.SMALL, Tone.MUTED, text));
    }
    return lines;
  }

  private static Panel container(Container container, int width) {
    Look look = Look.of("rs-container", "rs-inner").inset(8, 5).tooltip(tooltip(container));
    Tone tone = container.ready() ? Tone.OK : Tone.MUTED;
    String restarts = container.restarts() == 0 ? "" : Words.count(container.restarts(), "restart");
    return Panel.of(
        look,
        width,
        List.of(
            Line.of(Type.CODE, Tone.INK, container.name())
                .cut(Cut.MIDDLE)
                .end(tone, container.ready() ? "ready" : "not ready"),
            Line.of(Type.CODE, Tone.MUTED, container.image()).cut(Cut.START),
            Line.of(Type.SMALL, Tone.MUTED, container.words()).end(Tone.WARNING, restarts)));
  }

  private static String tooltip(Container container) {
    return Words.lines(
        "Container " + container.name(),
        container.image(),
        container.words() + (container.ready() ? ", ready" : ", not ready"),
        Words.count(container.restarts(), "restart"));
  }

  /** A pod in a view with many pods. */
  static Panel row(Pod pod, int width) {
    boolean fine = pod.reason() == null;
    String end =
        fine
            ? PlainText.line("" + (pod.ip() == null ? "" : pod.ip()))
            : Words.orEmpty(pod.reason());
    Line line =
        Line.of(Type.CODE, Tone.INK, pod.name())
            .cut(Cut.START)
            .mark(pod.health())
            .end(fine ? Tone.MUTED : tone(pod), end);
    return Panel.of(look(pod).inset(6, 3).lineWidth(width - 14), width, List.of(line));
  }

  /** A pod in a view with very many pods. */
  static Tiles.Tile tile(Pod pod) {
    return new Tiles.Tile(pod.health(), pod.getsTraffic(), tooltip(pod));
  }

  private static Look look(Pod pod) {
    boolean quiet = pod.health() == Health.OK || pod.health() == Health.IDLE;
    return Look.of("rs-pod", quiet ? "rs-card" : "rs-card " + tone(pod).css())
        .names(List.of(name(pod)))
        .tooltip(tooltip(pod));
  }

  private static Tone tone(Pod pod) {
    return Tone.of(pod.health());
  }

  private static String traffic(Pod pod) {
    return pod.getsTraffic() ? "gets traffic" : "no traffic";
  }

  private static Tone trafficTone(Pod pod) {
    return pod.getsTraffic() ? Tone.FLOW : Tone.MUTED;
  }

  private static String tooltip(Pod pod) {
    return Words.lines(
        "Pod " + pod.name(),
        pod.ip(),
        pod.hostname().equals(pod.name()) ? "" : "host name " + pod.hostname(),
        Words.of(pod.health()) + ": " + pod.phase().words(),
        Words.orEmpty(pod.reason()),
        traffic(pod),
        pod.latest() ? "" : "old version");
  }
}
