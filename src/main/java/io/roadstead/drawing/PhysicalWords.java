// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.PhysicalView;
import io.roadstead.app.PhysicalView.Node;
import io.roadstead.app.PhysicalView.Pod;
import io.roadstead.app.PhysicalView.Spread;
import io.roadstead.app.PhysicalView.Warning;
import io.roadstead.app.PhysicalView.Zone;
import io.roadstead.cluster.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A physical view in words. */
final class PhysicalWords {
  private static final int MOST_NAMED = 20;

  private PhysicalWords() {}

  static List<Pod> pods(PhysicalView view) {
    return Stream.concat(
            view.zones().stream().map(Zones::podsOf).flatMap(List::stream),
            view.unscheduled().stream())
        .toList();
  }

  /** The pods in one line. */
  static String summary(PhysicalView view) {
    String counts = PodCounts.ofPods(pods(view)).words();
    return "Physical view · namespace " + view.app().namespace() + " · " + counts;
  }

  /** E.g. {@code 3 pods on 2 of 3 nodes, in 2 of 3 zones; at most 2 on one node}. */
  static String spread(Spread spread) {
    if (spread.pods() == 0) {
      return "No pods on nodes.";
    }
    var words = new StringBuilder();
    words.append(Words.count(spread.pods(), "pod")).append(" on ");
    words.append(of(spread.nodes(), spread.usableNodes(), "node"));
    if (spread.zones() > 0) {
      words.append(", in ").append(of(spread.zones(), spread.usableZones(), "zone"));
    }
    words.append("; at most ").append(spread.mostOnOneNode()).append(" on one node");
    if (spread.zones() > 1) {
      words.append(" and ").append(spread.mostInOneZone()).append(" in one zone");
    }
    return words.append('.').toString();
  }

  private static String of(int used, int usable, String thing) {
    return used > usable ? Words.count(used, thing) : used + " of " + Words.count(usable, thing);
  }

  /** What else the cluster has. */
  static String others(PhysicalView view) {
    String nodes = Words.count(view.otherNodes(), "more node") + " without pods of this app";
    return view.otherNodes() == 0 ? "" : "and " + nodes;
  }

  /** The whole view, for readers who can't see the picture. */
  static String description(PhysicalView view) {
    List<String> sentences = new ArrayList<>();
    sentences.add(Words.of(view.state()));
    sentences.add(summary(view));
    sentences.add(Words.omitted(view.omittedPods()));
    sentences.add(Words.asOf(view.freshness()));
    sentences.add(view.freshness().stale() ? Words.STALE : "");
    sentences.add(ExposureWords.of(view.exposure()));
    sentences.add(view.exposure().message());
    sentences.add(view.exposure().remedy() == null ? "" : view.exposure().remedy());
    view.exposure().addresses().stream()
        .limit(MOST_NAMED)
        .forEach(address -> sentences.add(sentence(address)));
    view.zones().stream().limit(MOST_NAMED).forEach(zone -> sentences.add(sentence(zone)));
    sentences.add(view.unscheduled().isEmpty() ? "" : unscheduled(view));
    sentences.add(others(view));
    sentences.add(spread(view.spread()));
    view.warnings().forEach(warning -> sentences.add(sentence(warning)));
    return Words.sentences(sentences);
  }

  static String unscheduled(PhysicalView view) {
    return Words.count(view.unscheduled().size(), "pod") + " without a node";
  }

  private static String sentence(Address address) {
    return "Address " + address.url() + ", " + ExposureWords.reach(address);
  }

  private static String sentence(Zone zone) {
    List<String> nodes = zone.nodes().stream().limit(MOST_NAMED).map(PhysicalWords::words).toList();
    return Zones.title(zone) + ": " + Zones.words(zone) + ": " + String.join(", ", nodes);
  }

  private static String words(Node node) {
    return node.name() + (node.ready() ? "" : " (not ready)") + " has " + node.pods().size();
  }

  private static String sentence(Warning warning) {
    return "Risk: " + Words.of(warning.code()) + ": " + warning.message();
  }
}
