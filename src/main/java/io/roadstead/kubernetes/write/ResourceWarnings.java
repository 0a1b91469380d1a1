// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.AppSpec;
import io.roadstead.app.Container;
import io.roadstead.app.Quantity;
import io.roadstead.app.Scale;
import io.roadstead.app.Settings;
import io.roadstead.app.Warning;
import io.roadstead.kubernetes.model.NodeRecord;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Warns about requests that are missing or that no node can meet. */
final class ResourceWarnings {
  private ResourceWarnings() {}

  /** Utilization is a percentage of the request, so without one it can't be computed. */
  static void warnUnrequested(Plan plan, @Nullable Scale scale, List<Container> containers) {
    if (!(scale instanceof Scale.Autoscaling autoscaling)) {
      return;
    }
    Map<String, Set<String>> needed = new TreeMap<>();
    List<String> all = containers.stream().map(Container::name).toList();
    if (autoscaling.targetCpuPercent() != null) {
      need(needed, "cpu", all);
    }
    if (autoscaling.settings().has("targetMemoryPercent")) {
      need(needed, "memory", all);
    }
    for (Settings metric : autoscaling.settings().groups("metrics")) {
      Settings resource = metric.group("resource");
      if (resource.group("target").has("percent")) {
        need(needed, resource.word("name"), all);
      }
      Settings container = metric.group("container");
      if (container.group("target").has("percent")) {
        need(needed, container.word("name"), List.of(container.word("container")));
      }
    }
    needed.forEach((resource, names) -> warnEach(plan, resource, names, containers));
  }

  private static void need(Map<String, Set<String>> needed, String resource, List<String> names) {
    needed.computeIfAbsent(resource, key -> new TreeSet<>()).addAll(names);
  }

  private static void warnEach(
      Plan plan, String resource, Set<String> names, List<Container> containers) {
    for (int i = 0; i < containers.size(); i++) {
      Container container = containers.get(i);
      if (names.contains(container.name()) && !requests(container).containsKey(resource)) {
        plan.warn(
            new Warning(
                Warning.Code.NO_RESOURCE_REQUEST,
                WriteMessages.noRequest(container.name(), resource),
                "containers[" + i + "].resources.requests." + resource));
      }
    }
  }

  /** Warns when no node is large enough for a pod, even if it were empty. */
  static void warnTooLarge(Plan plan, AppSpec spec) {
    Map<String, BigDecimal> pod = pod(spec);
    Collection<NodeRecord> nodes = plan.apps().nodes();
    if (pod.isEmpty() || nodes.isEmpty() || nodes.stream().anyMatch(node -> fits(pod, node))) {
      return;
    }
    Map<String, String> shown = new TreeMap<>();
    pod.forEach(
        (resource, amount) -> {
          String largest = largest(nodes, resource);
          if (largest != null && amount.compareTo(amount(new Quantity(largest))) > 0) {
            shown.put(resource, amount.stripTrailingZeros().toPlainString() + " of " + largest);
          }
        });
    plan.warn(
        new Warning(
            Warning.Code.LARGER_THAN_EVERY_NODE, WriteMessages.tooLarge(pod, shown), "containers"));
  }

  private static @Nullable String largest(Collection<NodeRecord> nodes, String resource) {
    return nodes.stream()
        .map(node -> node.facts().allocatable().get(resource))
        .filter(Objects::nonNull)
        .max(Comparator.comparing(text -> amount(new Quantity(text))))
        .orElse(null);
  }

  /** Resources that a node does not report are not compared. */
  private static boolean fits(Map<String, BigDecimal> pod, NodeRecord node) {
    Map<String, String> has = node.facts().allocatable();
    return pod.entrySet().stream()
        .allMatch(
            entry -> {
              String allocatable = has.get(entry.getKey());
              return allocatable == null
                  || entry.getValue().compareTo(amount(new Quantity(allocatable))) <= 0;
            });
  }

  /** What the scheduler reserves for a pod (Kubernetes: "Sidecar Containers"). */
  private static Map<String, BigDecimal> pod(AppSpec spec) {
    Map<String, BigDecimal> running = new TreeMap<>();
    Map<String, BigDecimal> most = new TreeMap<>();
    for (Container init : spec.initContainers()) {
      if (init.settings().is("restartable")) {
        add(running, init);
        raise(most, running);
      } else {
        Map<String, BigDecimal> during = new TreeMap<>(running);
        add(during, init);
        raise(most, during);
      }
    }
    spec.containers().forEach(container -> add(running, container));
    raise(most, running);
    return most;
  }

  private static void add(Map<String, BigDecimal> sum, Container container) {
    requests(container).forEach((name, value) -> sum.merge(name, amount(value), BigDecimal::add));
  }

  private static void raise(Map<String, BigDecimal> most, Map<String, BigDecimal> other) {
    other.forEach((name, value) -> most.merge(name, value, BigDecimal::max));
  }

  /** A limit is the request too when there is none. */
  private static Map<String, Quantity> requests(Container container) {
    Map<String, Quantity> requests = new TreeMap<>(container.resources().limits());
    requests.putAll(container.resources().requests());
    return requests;
  }

  private static BigDecimal amount(Quantity quantity) {
    return Objects.requireNonNullElse(quantity.amount(), BigDecimal.ZERO);
  }
}
