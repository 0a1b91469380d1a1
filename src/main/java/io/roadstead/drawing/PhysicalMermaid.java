// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;
import io.roadstead.app.PhysicalView;
import io.roadstead.app.PhysicalView.Node;
import io.roadstead.app.PhysicalView.Pod;
import io.roadstead.app.PhysicalView.Warning;
import io.roadstead.app.PhysicalView.Zone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A physical view as a Mermaid flowchart from top to bottom. */
final class PhysicalMermaid {
  /** Above this number, pods are grouped by node and health. */
  static final int MOST_PODS = 60;

  /** Above this number, nodes are not drawn individually. */
  static final int MOST_NODES = 60;

  private static final int MOST_ADDRESSES = 3;
  private static final String SOURCE = "way in";

  private final PhysicalView view;
  private final MermaidText text;
  private final List<String> withTraffic = new ArrayList<>();

  private PhysicalMermaid(PhysicalView view) {
    this.view = view;
    this.text =
        new MermaidText(
            "TB", view.app() + ", " + Words.of(view.state()), PhysicalWords.summary(view));
  }

  static String text(PhysicalView view) {
    return new PhysicalMermaid(view).text();
  }

  private String text() {
    wayIn();
    view.zones().forEach(this::zone);
    if (!view.unscheduled().isEmpty()) {
      text.open("unscheduled", List.of("No node yet"));
      pods("unscheduled", view.unscheduled());
      text.close();
    }
    if (view.otherNodes() > 0) {
      text.node("others", Health.IDLE, List.of(PhysicalWords.others(view)));
    }
    notes();
    String arrow = view.exposure().rung() == null ? "-.->" : "==>";
    withTraffic.forEach(target -> text.link(SOURCE, arrow, "", target));
    return text.finished();
  }

  private void wayIn() {
    Health health = Health.of(view.exposure().state());
    List<String> lines = new ArrayList<>();
    lines.add(Marks.character(health) + " " + ExposureWords.of(view.exposure()));
    view.exposure().addresses().stream()
        .limit(MOST_ADDRESSES)
        .forEach(address -> lines.add(address.url() + " · " + ExposureWords.reach(address)));
    text.node(SOURCE, health, lines);
  }

  private void zone(Zone zone) {
    text.open(Zones.name(zone), List.of(Zones.title(zone) + ": " + Zones.words(zone)));
    int nodes = view.zones().stream().mapToInt(each -> each.nodes().size()).sum();
    if (nodes > MOST_NODES) {
      grouped(Zones.name(zone), Zones.podsOf(zone));
    } else {
      zone.nodes().forEach(this::node);
    }
    text.close();
  }

  /** Mermaid reserves one line above a subgraph, so the node's details go into a box. */
  private void node(Node node) {
    Health health = node.ready() ? Health.IDLE : Health.ERROR;
    List<String> facts = new ArrayList<>();
    facts.add(node.ready() ? "" : Marks.character(health) + " not ready");
    facts.add(Words.list(node.instanceType()));
    facts.add(Words.list(node.internalIp(), node.externalIp()));
    String thing = NodePanels.name(node);
    if (node.pods().isEmpty()) {
      facts.add(0, node.name());
      facts.add("no pods of this app");
      text.node(thing, health, facts);
      return;
    }
    text.open(thing, List.of(node.name()));
    if (facts.stream().anyMatch(fact -> !fact.isEmpty())) {
      text.node("facts of " + thing, health, facts);
    }
    pods(thing, node.pods());
    text.close();
  }

  private void pods(String place, List<Pod> pods) {
    if (PhysicalWords.pods(view).size() > MOST_PODS) {
      grouped(place, pods);
      return;
    }
    for (Pod pod : pods) {
      List<String> lines =
          List.of(
              Marks.character(pod.health()) + " " + pod.name(),
              Words.list(pod.ip(), pod.phase().words()),
              Words.orEmpty(pod.reason()));
      text.node(PodPanels.name(pod), pod.health(), lines);
      if (pod.getsTraffic()) {
        withTraffic.add(PodPanels.name(pod));
      }
    }
  }

  private void grouped(String place, List<Pod> pods) {
    Map<Health, List<Pod>> byHealth = new EnumMap<>(Health.class);
    pods.forEach(pod -> byHealth.computeIfAbsent(pod.health(), key -> new ArrayList<>()).add(pod));
    byHealth.forEach(
        (health, some) -> {
          PodCounts counts = PodCounts.ofPods(some);
          String words = Marks.character(health) + " " + Words.count(some.size(), "pod");
          String thing = place + " " + health;
          text.node(thing, health, List.of(words, counts.withTraffic() + " with traffic"));
          if (counts.withTraffic() > 0) {
            withTraffic.add(thing);
          }
        });
  }

  private void notes() {
    List<String> lines = new ArrayList<>();
    lines.add(PhysicalWords.spread(view.spread()));
    lines.add(Words.omitted(view.omittedPods()));
    Health health = Health.OK;
    for (Warning warning : view.warnings()) {
      Health risk = Health.of(warning.code());
      lines.add(Marks.character(risk) + " " + Words.of(warning.code()));
      health = risk == Health.ERROR || health == Health.OK ? risk : health;
    }
    text.node("notes", health, lines);
  }
}
