// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.Evidence.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the system that created a cluster. One strong sign is sufficient, a medium one needs
 * another sign, and hints alone never suffice; the first system with sufficient signs wins.
 */
public final class Recognizer {
  private static final Map<Trait, List<Mark>> MARKS =
      Arrays.stream(ClusterSystem.values())
          .flatMap(system -> system.knowledge().marks().rules().stream())
          .map(SystemMarks.Rule::mark)
          .collect(Collectors.groupingBy(Mark::trait));

  /** Systems that are built on others come first. */
  private static final List<ClusterSystem> ORDER =
      Arrays.stream(ClusterSystem.values())
          .sorted(Comparator.comparing(system -> system.knowledge().layer()))
          .toList();

  private Recognizer() {}

  /** The system of a cluster; UNKNOWN when the signs are not sufficient. */
  public static Recognition recognize(ClusterFingerprint cluster) {
    var signs = new Signs(cluster);
    return ORDER.stream()
        .flatMap(system -> recognize(system, signs, cluster).stream())
        .findFirst()
        .orElseGet(() -> unknown(signs, cluster));
  }

  /** Whether a value of a trait is a mark of any system, so that it is worth keeping. */
  public static boolean looksFor(Trait trait, String value) {
    return MARKS.getOrDefault(trait, List.of()).stream().anyMatch(mark -> mark.test().test(value));
  }

  /** A system that is set in the configuration. */
  public static Recognition configured(ClusterSystem system, ClusterFingerprint cluster) {
    return new Recognition(
        system,
        variant(system, new Signs(cluster)),
        Confidence.CONFIGURED,
        List.of(),
        ClusterMessages.configured(system));
  }

  private static Optional<Recognition> recognize(
      ClusterSystem system, Signs signs, ClusterFingerprint cluster) {
    SystemMarks marks = system.knowledge().marks();
    if (marks.contrary().stream().anyMatch(signs::has)) {
      return Optional.empty();
    }
    List<Evidence> evidence = evidence(marks, signs);
    Confidence confidence = confidence(evidence);
    if (confidence == Confidence.NONE) {
      return Optional.empty();
    }
    return Optional.of(
        new Recognition(
            system,
            variant(system, signs),
            confidence,
            evidence,
            message(system, confidence, evidence, cluster)));
  }

  private static @Nullable String variant(ClusterSystem system, Signs signs) {
    return system.knowledge().variants().stream()
        .filter(variant -> signs.has(variant.mark()))
        .map(Variant::name)
        .findFirst()
        .orElse(null);
  }

  private static Confidence confidence(List<Evidence> evidence) {
    if (has(evidence, Weight.STRONG)) {
      return Confidence.HIGH;
    }
    return has(evidence, Weight.MEDIUM) && evidence.size() > 1
        ? Confidence.MEDIUM
        : Confidence.NONE;
  }

  private static boolean has(List<Evidence> evidence, Weight weight) {
    return evidence.stream().anyMatch(sign -> sign.weight() == weight);
  }

  private static List<Evidence> evidence(SystemMarks marks, Signs signs) {
    List<Evidence> evidence = new ArrayList<>();
    for (SystemMarks.Rule rule : marks.rules()) {
      Mark mark = rule.mark();
      signs
          .find(mark)
          .ifPresent(
              value ->
                  evidence.add(
                      new Evidence(
                          mark.trait(),
                          mark.shown(),
                          mark.trait().shown(value),
                          rule.weight(),
                          signs.nodes(mark))));
    }
    return evidence;
  }

  private static String message(
      ClusterSystem system,
      Confidence confidence,
      List<Evidence> evidence,
      ClusterFingerprint cluster) {
    String signs =
        evidence.stream()
            .filter(sign -> confidence == Confidence.MEDIUM || sign.weight() == Weight.STRONG)
            .limit(3)
            .map(sign -> words(sign, cluster))
            .collect(Collectors.joining(", "));
    return ClusterMessages.recognized(system, confidence, signs) + nodesNote(cluster);
  }

  private static Recognition unknown(Signs signs, ClusterFingerprint cluster) {
    List<Evidence> hints =
        ORDER.stream()
            .map(system -> system.knowledge().marks())
            .filter(marks -> marks.contrary().stream().noneMatch(signs::has))
            .map(marks -> evidence(marks, signs))
            .filter(evidence -> !evidence.isEmpty())
            .findFirst()
            .orElse(List.of());
    String words =
        hints.stream().map(hint -> words(hint, cluster)).collect(Collectors.joining(", "));
    return new Recognition(
        ClusterSystem.UNKNOWN,
        null,
        Confidence.NONE,
        hints,
        ClusterMessages.unrecognized(words)
            + nodesNote(cluster)
            + ClusterMessages.UNRECOGNISED_REMEDY);
  }

  private static String words(Evidence sign, ClusterFingerprint cluster) {
    String found = sign.trait().words() + " " + sign.value();
    return sign.nodes() == 0
        ? found
        : ClusterMessages.onNodes(found, sign.nodes(), cluster.nodes().size());
  }

  private static String nodesNote(ClusterFingerprint cluster) {
    return cluster.nodesProblem() == null
        ? ""
        : ClusterMessages.nodesProblem(cluster.nodesProblem());
  }
}
