// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.LogicalView;
import io.roadstead.app.LogicalView.Item;
import io.roadstead.app.LogicalView.Kind;
import java.util.ArrayList;
import java.util.List;

/** A logical view in words. */
final class LogicalWords {
  private static final int MOST_NAMED = 20;

  private LogicalWords() {}

  /** The pods in one line. */
  static String summary(LogicalView view, Ties ties) {
    String counts = PodCounts.ofItems(ties.all(Kind.POD), ties).words();
    return "Logical view · namespace " + view.app().namespace() + " · " + counts;
  }

  /** The whole view, for readers who can't see the picture. */
  static String description(LogicalView view) {
    var ties = new Ties(view);
    List<String> sentences = new ArrayList<>();
    sentences.add(Words.of(view.state()));
    sentences.add(summary(view, ties));
    sentences.add(Words.omitted(view.omittedPods()));
    sentences.add(Words.asOf(view.freshness()));
    sentences.add(view.freshness().stale() ? Words.STALE : "");
    view.items().stream()
        .filter(item -> item.kind() != Kind.POD && !ties.isPast(item))
        .limit(MOST_NAMED)
        .forEach(item -> sentences.add(sentence(item)));
    ties.all(Kind.POD).stream()
        .filter(item -> item.reason() != null)
        .limit(MOST_NAMED)
        .forEach(item -> sentences.add(sentence(item)));
    return Words.sentences(sentences);
  }

  private static String sentence(Item item) {
    return "%s %s%s %s: %s%s%s"
        .formatted(
            item.kind().kubernetesName(),
            item.name(),
            item.managed() ? "" : " (" + ItemPanels.FOREIGN + ")",
            Words.of(item.health()),
            item.state(),
            item.reason() == null ? "" : ", " + Words.of(item.reason()),
            item.message() == null ? "" : ", " + item.message());
  }
}
