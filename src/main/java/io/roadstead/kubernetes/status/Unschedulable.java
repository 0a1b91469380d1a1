// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.Container;
import io.roadstead.app.Quantity;
import io.roadstead.kubernetes.model.NodeRecord;
import io.roadstead.kubernetes.status.ReasonMessages.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains the scheduler's decision: which nodes can't run a pod and why, and what a pod requests
 * compared with what the largest node has.
 */
final class Unschedulable {
  /** The message of kube-scheduler's {@code FitError}. */
  private static final Pattern VERDICT =
      Pattern.compile("\\d+/(?<all>\\d+) nodes are available: (?<causes>.*)", Pattern.DOTALL);

  private static final Pattern CAUSE =
      Pattern.compile("(?<nodes>\\d+) (?:node\\(s\\) )?(?<words>.+)");
  private static final Pattern TAINT = Pattern.compile("taint\\(?s?\\)? ?\\{(?<key>[^:}]+)");
  private static final Pattern END =
      Pattern.compile("\\.?\\s+(?:preemption:|no new claims).*|\\.$");
  private static final String INSUFFICIENT = "Insufficient ";
  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

  private final List<Container> containers;
  private final Collection<NodeRecord> nodes;

  /**
   * @param containers the containers of one pod
   * @param nodes nodes of the cluster, including the largest ones if known
   */
  Unschedulable(List<Container> containers, Collection<NodeRecord> nodes) {
    this.containers = containers;
    this.nodes = nodes;
  }

  Words words(String message) {
    Matcher verdict = VERDICT.matcher(message);
    if (!verdict.matches()) {
      return new Words(
          "No node can run the pod: " + Sentences.withoutStop(message),
          "Lower the requests or the number of pods, or add nodes.");
    }
    int all = Integer.parseInt(verdict.group("all"));
    List<String> causes = new ArrayList<>();
    Set<String> resources = new LinkedHashSet<>();
    for (String part : END.matcher(verdict.group("causes")).replaceFirst("").split(", (?=\\d)")) {
      Matcher cause = CAUSE.matcher(part.strip());
      if (cause.matches()) {
        causes.add(cause(Integer.parseInt(cause.group("nodes")), all, cause.group("words")));
        if (cause.group("words").startsWith(INSUFFICIENT)) {
          resources.add(cause.group("words").substring(INSUFFICIENT.length()));
        }
      } else if (!part.isBlank()) {
        causes.add(Sentences.withoutStop(part));
      }
    }
    List<Demand> demands = resources.stream().map(this::demand).flatMap(Optional::stream).toList();
    String known =
        demands.isEmpty()
            ? ""
            : "; " + String.join("; ", demands.stream().map(Demand::words).toList());
    return new Words(
        "No node can run the pod: " + String.join(", ", causes) + known,
        remedy(!resources.isEmpty(), demands));
  }

  private static String remedy(boolean room, List<Demand> demands) {
    if (demands.stream().anyMatch(Demand::tooLarge)) {
      return "Lower the requests, or add a larger node.";
    }
    return room
        ? "Lower the requests or the number of pods, or add nodes."
        : "Change what the pod requires, or add nodes that it can run on.";
  }

  private static String cause(int nodes, int all, String words) {
    boolean one = nodes == 1;
    String subject = nodes + " of " + Sentences.count(all, "node") + " ";
    if (words.startsWith(INSUFFICIENT)) {
      String resource = words.substring(INSUFFICIENT.length());
      String name = resource.equals("cpu") ? "CPU" : resource;
      return subject + (one ? "has" : "have") + " too little " + name + " free";
    }
    Matcher taint = TAINT.matcher(words);
    if (taint.find()) {
      return subject
          + (one ? "has" : "have")
          + " the taint %s, which the pod does not tolerate".formatted(taint.group("key").strip());
    }
    if (words.equals("Too many pods")) {
      return subject + (one ? "runs" : "run") + " as many pods as allowed";
    }
    if (words.startsWith("were unschedulable")) {
      return subject + (one ? "is" : "are") + " closed for new pods";
    }
    return subject + Sentences.withoutStop(words);
  }

  /**
   * What a pod requests of a resource, and the maximum that a node has.
   *
   * @param words both as text
   * @param tooLarge whether no node is large enough, even when it is empty
   */
  private record Demand(String words, boolean tooLarge) {}

  private Optional<Demand> demand(String resource) {
    BigDecimal requested =
        containers.stream()
            .map(container -> request(container, resource))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Optional<BigDecimal> largest =
        nodes.stream()
            .filter(NodeRecord::usable)
            .map(node -> node.facts().allocatable().get(resource))
            .filter(Objects::nonNull)
            .map(amount -> new Quantity(amount).amount())
            .filter(Objects::nonNull)
            .max(BigDecimal::compareTo);
    if (requested.signum() == 0 || largest.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Demand(
            "a pod requests %s, the largest node has %s"
                .formatted(amount(requested, resource), amount(largest.get(), resource)),
            requested.compareTo(largest.get()) > 0));
  }

  /** Kubernetes: a container with a limit and no request requests as much as the limit. */
  private static BigDecimal request(Container container, String resource) {
    Quantity requested = container.resources().requests().get(resource);
    Quantity found = requested == null ? container.resources().limits().get(resource) : requested;
    BigDecimal amount = found == null ? null : found.amount();
    return amount == null ? BigDecimal.ZERO : amount;
  }

  private static String amount(BigDecimal amount, String resource) {
    if (resource.equals("cpu")) {
      String number = plain(amount, 3);
      return number + (number.equals("1") ? " CPU" : " CPUs");
    }
    if (!resource.equals("memory") && !resource.equals("ephemeral-storage")) {
      return plain(amount, 0) + " " + resource;
    }
    BigDecimal rest = amount;
    int unit = 0;
    String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB"};
    while (unit < units.length - 1 && rest.compareTo(KIBI) >= 0) {
      rest = rest.divide(KIBI, 3, RoundingMode.HALF_UP);
      unit++;
    }
    return plain(rest, 1) + " " + units[unit] + " of " + resource;
  }

  private static String plain(BigDecimal amount, int digits) {
    return amount.setScale(digits, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
