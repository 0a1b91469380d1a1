// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.Evidence.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which system a cluster is. One strong sign is enough, a medium one needs another beside it,
 * hints alone never suffice; the first system in order that has enough is the one.
 */
public final class Recogniser {
  private Recogniser() {}

  /** The system of a cluster; UNKNOWN when the signs do not suffice. */
  public static Recognition recognise(ClusterFingerprint cluster) {
    var signs = new Signs(cluster);
    return Stream.concat(KnownMarks.systems().stream(), Stream.of(KnownMarks.kubeadm()))
        .flatMap(rules -> recognise(rules, signs, cluster).stream())
        .findFirst()
        .orElseGet(() -> unknown(signs, cluster));
  }

  /** A system that the configuration names. */
  public static Recognition configured(ClusterSystem system, ClusterFingerprint cluster) {
    return new Recognition(
        system,
        Variants.find(system, new Signs(cluster)),
        Confidence.CONFIGURED,
        List.of(),
        "The configuration says that this is " + system.displayName() + ".");
  }

  private static Optional<Recognition> recognise(
      SystemRules rules, Signs signs, ClusterFingerprint cluster) {
    if (rules.contrary().stream().anyMatch(signs::has)) {
      return Optional.empty();
    }
    List<Evidence> evidence = evidence(rules, signs);
    Confidence confidence = confidence(evidence);
    if (confidence == Confidence.NONE) {
      return Optional.empty();
    }
    ClusterSystem system = rules.system();
    return Optional.of(
        new Recognition(
            system,
            Variants.find(system, signs),
            confidence,
            evidence,
            message(system, confidence, evidence, cluster)));
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

  private static List<Evidence> evidence(SystemRules rules, Signs signs) {
    List<Evidence> evidence = new ArrayList<>();
    for (SystemRules.Rule rule : rules.rules()) {
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
    String verb = confidence == Confidence.HIGH ? "This is " : "This seems to be ";
    return verb + system.displayName() + ": " + signs + "." + nodesNote(cluster);
  }

  private static Recognition unknown(Signs signs, ClusterFingerprint cluster) {
    List<Evidence> hints =
        Stream.concat(KnownMarks.systems().stream(), Stream.of(KnownMarks.kubeadm()))
            .filter(rules -> rules.contrary().stream().noneMatch(signs::has))
            .map(rules -> evidence(rules, signs))
            .filter(evidence -> !evidence.isEmpty())
            .findFirst()
            .orElse(List.of());
    String reason =
        hints.isEmpty()
            ? "it bears no mark of any system that is known here"
            : "it only has hints, which several systems share: "
                + hints.stream()
                    .map(hint -> words(hint, cluster))
                    .collect(Collectors.joining(", "));
    return new Recognition(
        ClusterSystem.UNKNOWN,
        null,
        Confidence.NONE,
        hints,
        "Which system made this cluster is not known: "
            + reason
            + "."
            + nodesNote(cluster)
            + " If you know it, set roadstead.cluster.system.");
  }

  private static String words(Evidence sign, ClusterFingerprint cluster) {
    String found = sign.trait().words() + " " + sign.value();
    return sign.nodes() == 0
        ? found
        : found + " on %d of %d nodes".formatted(sign.nodes(), cluster.nodes().size());
  }

  private static String nodesNote(ClusterFingerprint cluster) {
    return cluster.nodesProblem() == null
        ? ""
        : " The nodes could not be looked at: " + cluster.nodesProblem();
  }
}
