// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.Health;
import io.roadstead.app.LogicalView;
import io.roadstead.app.LogicalView.Item;
import io.roadstead.app.LogicalView.Kind;
import io.roadstead.app.LogicalView.Link;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A logical view as a Mermaid flowchart from left to right. */
final class LogicalMermaid {
  /** Above this number, pods are grouped by ReplicaSet and health. */
  static final int MOST_PODS = 60;

  private static final int MOST_PAST = 3;
  private static final int MOST_OF_A_KIND = 20;

  private final LogicalView view;
  private final Ties ties;
  private final MermaidText text;

  private LogicalMermaid(LogicalView view) {
    this.view = view;
    this.ties = new Ties(view);
    this.text =
        new MermaidText(
            "LR", view.app() + ", " + Words.of(view.state()), LogicalWords.summary(view, ties));
  }

  static String text(LogicalView view) {
    return new LogicalMermaid(view).text();
  }

  private String text() {
    for (Kind kind : Kind.values()) {
      if (kind != Kind.REPLICA_SET && kind != Kind.POD) {
        ties.all(kind).stream().limit(MOST_OF_A_KIND).forEach(this::node);
      }
    }
    versions();
    group(ties.loosePods());
    if (view.omittedPods() > 0) {
      text.node("omitted", Health.IDLE, List.of(Words.omitted(view.omittedPods())));
    }
    links();
    return text.finished();
  }

  private void versions() {
    List<Item> past = new ArrayList<>();
    for (Item version : ties.all(Kind.REPLICA_SET)) {
      if (ties.isPast(version)) {
        past.add(version);
      } else {
        node(version);
        group(ties.podsOf(version));
      }
    }
    if (!past.isEmpty()) {
      List<String> lines = new ArrayList<>(List.of("Old ReplicaSets without pods"));
      past.stream().limit(MOST_PAST).forEach(version -> lines.add(version.name()));
      lines.add(past.size() > MOST_PAST ? "and " + (past.size() - MOST_PAST) + " older" : "");
      text.node(past.stream().map(Item::id).toList(), Health.IDLE, lines);
    }
  }

  private void group(List<Item> pods) {
    if (ties.all(Kind.POD).size() <= MOST_PODS) {
      pods.forEach(this::node);
      return;
    }
    Map<Health, List<Item>> byHealth = new EnumMap<>(Health.class);
    pods.forEach(pod -> byHealth.computeIfAbsent(pod.health(), key -> new ArrayList<>()).add(pod));
    byHealth.forEach(
        (health, some) -> {
          PodCounts counts = PodCounts.ofItems(some, ties);
          String words = Marks.character(health) + " " + Words.of(health);
          text.node(
              some.stream().map(Item::id).toList(),
              health,
              List.of(Words.count(some.size(), "pod"), words, counts.parts()));
        });
  }

  private void node(Item item) {
    text.node(
        item.id(),
        item.health(),
        List.of(
            item.kind().kubernetesName() + " " + item.name(),
            Marks.character(item.health()) + " " + item.state(),
            Words.orEmpty(item.reason()),
            item.managed() ? "" : ItemPanels.FOREIGN));
    text.foreign(item);
  }

  private void links() {
    Set<String> drawn = new HashSet<>();
    Set<String> named = new HashSet<>();
    for (Link link : view.links()) {
      boolean known = text.knows(link.from()) && text.knows(link.to());
      String arrow = arrow(link);
      if (known && drawn.add(text.id(link.from()) + arrow + text.id(link.to()))) {
        String what = link.relation() + " " + ties.kindOf(link.to());
        text.link(link.from(), arrow, named.add(what) ? words(link) : "", link.to());
      }
    }
  }

  private static String arrow(Link link) {
    if (!link.active()) {
      return "-.->";
    }
    return Edges.carriesTraffic(link.relation()) ? "==>" : "-->";
  }

  private static String words(Link link) {
    String verb =
        switch (link.relation()) {
          case SCALES -> "scales";
          case OWNS -> "owns";
          case LISTS -> "lists in";
          case ROUTES_TO -> "routes to";
        };
    return link.by().isEmpty() ? verb : verb + " by " + PlainText.line(link.by(), 120);
  }
}
