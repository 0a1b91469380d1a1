// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.Container;
import io.roadstead.app.Reason;
import io.roadstead.app.StatusReason.Evidence;
import io.roadstead.kubernetes.model.Condition;
import io.roadstead.kubernetes.model.ContainerRecord;
import io.roadstead.kubernetes.model.EventRecord;
import io.roadstead.kubernetes.model.NodeRecord;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.PodRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with, or in progress in, one pod. A pod that serves has no findings. */
final class PodDiagnosis {
  private static final Duration RECENT = Duration.ofMinutes(2);
  private static final Set<String> NODE_ORDERED = Set.of("TriggeredScaleUp", "Nominated");
  private static final Set<String> SANDBOX_EVENTS = Set.of("FailedMount", "FailedCreatePodSandBox");

  private final Map<String, NodeRecord> nodes;
  private final boolean nodesKnown;
  private final List<Container> containers;
  private final PodEvents events;
  private final Instant now;

  PodDiagnosis(ObservedApp app, Instant now) {
    this.nodes = app.nodes();
    this.nodesKnown = app.nodesKnown();
    this.containers = app.deployment().template().containers();
    this.events = new PodEvents(app.events());
    this.now = now;
  }

  List<Finding> find(PodRecord pod) {
    if (isNodeLost(pod)) {
      return List.of(nodeLost(pod));
    }
    Optional<Condition> unscheduled =
        Condition.find(pod.conditions(), "PodScheduled").filter(Condition::isFalse);
    if (unscheduled.isPresent() && unscheduled.get().reason().equals("Unschedulable")) {
      return List.of(unscheduled(pod, unscheduled.get()));
    }
    List<Finding> ofContainers =
        pod.containers().stream().flatMap(container -> diagnose(pod, container).stream()).toList();
    if (!ofContainers.isEmpty() || pod.ready()) {
      return ofContainers;
    }
    return List.of(setUpFailure(pod).orElseGet(() -> starting(pod)));
  }

  private Optional<Finding> diagnose(PodRecord pod, ContainerRecord container) {
    return new ContainerDiagnosis(pod, container, events, now).find();
  }

  private boolean isNodeLost(PodRecord pod) {
    NodeRecord node = pod.node() == null ? null : nodes.get(pod.node());
    boolean away = node == null ? nodesKnown : !node.ready();
    return pod.node() != null && away && !pod.ready() && pod.phase().equals("Running");
  }

  private Finding nodeLost(PodRecord pod) {
    @Nullable Instant since =
        Condition.find(pod.conditions(), "Ready").map(Condition::since).orElse(null);
    return new Finding(
        Reason.NODE_LOST,
        "",
        ReasonMessages.nodeLost(String.valueOf(pod.node())),
        "Node/" + pod.node(),
        since,
        true,
        Evidence.NONE);
  }

  private Finding unscheduled(PodRecord pod, Condition condition) {
    Instant since = condition.since() == null ? pod.meta().createTime() : condition.since();
    Optional<EventRecord> ordered = events.newest(pod.meta().uid(), NODE_ORDERED);
    if (ordered.isPresent()) {
      return new Finding(
          Reason.WAITING_FOR_NODE,
          "",
          ReasonMessages.waitingForNode(),
          "Pod/" + pod.meta().name(),
          since,
          true,
          new Evidence(PodEvents.text(ordered.get()), null, null));
    }
    return new Finding(
        Reason.UNSCHEDULABLE,
        "",
        new Unschedulable(containers, nodes.values()).words(condition.message()),
        "Pod/" + pod.meta().name(),
        since,
        Patience.isOver(Reason.UNSCHEDULABLE, since, now),
        new Evidence("FailedScheduling: " + condition.message(), null, null));
  }

  /** Problems that prevent a pod from starting its containers. */
  private Optional<Finding> setUpFailure(PodRecord pod) {
    return events
        .newest(pod.meta().uid(), SANDBOX_EVENTS)
        .filter(event -> event.lastSeen().isAfter(now.minus(RECENT)))
        .map(event -> setUpFailure(pod, event));
  }

  private Finding setUpFailure(PodRecord pod, EventRecord event) {
    boolean missing = StartFailure.isMissingConfig(event.message());
    Reason reason = missing ? Reason.CONFIG_MISSING : Reason.CONTAINER_FAILED;
    return new Finding(
        reason,
        "",
        missing
            ? ReasonMessages.missingConfig("The pod", event.message())
            : ReasonMessages.notSetUp(event.message()),
        "Pod/" + pod.meta().name(),
        event.firstSeen(),
        Patience.isOver(reason, event.firstSeen(), now),
        new Evidence(PodEvents.text(event), null, null));
  }

  private Finding starting(PodRecord pod) {
    Optional<EventRecord> pulling =
        next(pod).flatMap(next -> events.newest(pod.meta().uid(), Set.of("Pulling"), next.image()));
    if (pulling.isPresent()) {
      return new Finding(
          Reason.PULLING_IMAGE,
          "",
          ReasonMessages.pulling(),
          "Pod/" + pod.meta().name(),
          pulling.get().firstSeen(),
          true,
          new Evidence(PodEvents.text(pulling.get()), null, null));
    }
    return new Finding(
        Reason.STARTING,
        "",
        ReasonMessages.starting(pod.node() != null),
        "Pod/" + pod.meta().name(),
        pod.meta().createTime(),
        true,
        Evidence.NONE);
  }

  /** The container that the node starts next: it pulls images one by one, in their order. */
  private static Optional<ContainerRecord> next(PodRecord pod) {
    return pod.containers().stream()
        .filter(container -> !hasStarted(container))
        .findFirst()
        .filter(container -> container.phase() == ContainerRecord.Phase.WAITING)
        .filter(container -> container.restarts() == 0);
  }

  /** Whether the node goes on with the next container. */
  private static boolean hasStarted(ContainerRecord container) {
    return switch (container.role()) {
      case INIT -> container.exit() != null && container.exit().exitCode() == 0;
      case SIDECAR -> container.phase() != ContainerRecord.Phase.WAITING && container.started();
      case MAIN -> container.phase() != ContainerRecord.Phase.WAITING;
    };
  }
}
