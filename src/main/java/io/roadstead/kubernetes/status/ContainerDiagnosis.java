// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import static io.roadstead.kubernetes.model.ContainerRecord.Role.INIT;

import io.roadstead.app.Pod.LastExit;
import io.roadstead.app.Reason;
import io.roadstead.app.StatusReason.Evidence;
import io.roadstead.kubernetes.model.ContainerRecord;
import io.roadstead.kubernetes.model.EventRecord;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.status.ReasonMessages.Run;
import io.roadstead.kubernetes.status.ReasonMessages.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with one container of a pod; empty when nothing is wrong, or not yet. */
final class ContainerDiagnosis {
  /** A run of this duration is considered the end of a crash loop. */
  static final Duration PROVEN_RUN = Duration.ofSeconds(60);

  /** The maximum time that a node waits before it restarts a crashed container, plus a margin. */
  private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(10);

  private static final Duration SHORTEST_READY_WITHIN = Duration.ofSeconds(10);
  private static final int RESTARTS_OF_A_LOOP = 2;
  private static final Set<String> PULL_EVENTS = Set.of("Failed", "InspectFailed");
  private static final Set<String> PROBE_EVENTS = Set.of("Unhealthy");

  private final PodRecord pod;
  private final ContainerRecord container;
  private final PodEvents events;
  private final Instant now;

  ContainerDiagnosis(PodRecord pod, ContainerRecord container, PodEvents events, Instant now) {
    this.pod = pod;
    this.container = container;
    this.events = events;
    this.now = now;
  }

  Optional<Finding> find() {
    return switch (container.phase()) {
      case WAITING -> waiting();
      case TERMINATED -> terminated();
      case RUNNING -> running();
    };
  }

  private Optional<Finding> waiting() {
    return switch (container.reason()) {
      case "ErrImagePull",
          "ImagePullBackOff",
          "ImageInspectError",
          "ErrImageNeverPull",
          "RegistryUnavailable",
          "SignatureValidationFailed" ->
          Optional.of(pullFailure());
      case "InvalidImageName" -> Optional.of(invalidImageName());
      case "CreateContainerConfigError" -> Optional.of(configFailure());
      case "CreateContainerError", "RunContainerError", "PreCreateHookError", "PreStartHookError" ->
          Optional.of(startFailure());
      case "CrashLoopBackOff" -> Optional.of(crash(exit()));
      default -> Optional.empty();
    };
  }

  private Optional<Finding> terminated() {
    LastExit exit = container.exit();
    if (exit == null || (container.role() == INIT && exit.exitCode() == 0)) {
      return Optional.empty();
    }
    boolean certain = Exits.classify(exit) != Reason.CRASH_LOOP;
    return certain || container.restarts() > 0 ? Optional.of(crash(exit)) : Optional.empty();
  }

  private Optional<Finding> running() {
    if (isBetweenCrashes()) {
      return Optional.of(crash(container.lastExit()));
    }
    Instant start = container.startTime();
    if (container.role() == INIT || container.ready() || start == null) {
      return Optional.empty();
    }
    Duration patience =
        container.readyWithin().compareTo(SHORTEST_READY_WITHIN) > 0
            ? container.readyWithin()
            : SHORTEST_READY_WITHIN;
    return now.isAfter(start.plus(patience)) ? Optional.of(probeFailure()) : Optional.empty();
  }

  /** A crashing container runs briefly between its crashes, and may even be ready then. */
  private boolean isBetweenCrashes() {
    LastExit last = container.lastExit();
    Instant start = container.startTime();
    if (last == null || container.restarts() < RESTARTS_OF_A_LOOP || start == null) {
      return false;
    }
    Instant end = last.finishTime();
    return now.isBefore(start.plus(PROVEN_RUN))
        && end != null
        && now.isBefore(end.plus(LONGEST_BACK_OFF));
  }

  private Finding pullFailure() {
    Optional<EventRecord> event = events.newest(pod.meta().uid(), PULL_EVENTS, container.image());
    String words = container.message() + " " + event.map(EventRecord::message).orElse("");
    Reason reason = PullFailure.classify(words);
    Instant since = event.map(EventRecord::firstSeen).orElse(unreadySince());
    return finding(
        reason,
        ReasonMessages.pullFailure(reason, container.image(), container.name()),
        since,
        new Evidence(event.map(PodEvents::text).orElse(stateText()), null, null));
  }

  private Finding invalidImageName() {
    return finding(
        Reason.INVALID_IMAGE_NAME,
        ReasonMessages.invalidImageName(container.image(), container.name()),
        unreadySince(),
        new Evidence(stateText(), null, null));
  }

  private Finding configFailure() {
    String words = container.message();
    return StartFailure.isMissingConfig(words)
        ? notStarted(
            Reason.CONFIG_MISSING,
            ReasonMessages.missingConfig("Container '" + container.name() + "'", words))
        : notStarted(Reason.CONTAINER_FAILED, ReasonMessages.notCreated(container.name(), words));
  }

  private Finding startFailure() {
    String words = container.message();
    return StartFailure.isBadCommand(words)
        ? notStarted(Reason.BAD_COMMAND, ReasonMessages.badCommand(container.name(), null))
        : notStarted(Reason.CONTAINER_FAILED, ReasonMessages.notStarted(container.name(), words));
  }

  private Finding notStarted(Reason reason, Words words) {
    return finding(reason, words, unreadySince(), evidence(stateText(), exit()));
  }

  private Finding crash(@Nullable LastExit exit) {
    Reason reason = Exits.classify(exit);
    Optional<EventRecord> liveness =
        reason == Reason.CRASH_LOOP
            ? events.newest(pod.meta().uid(), PROBE_EVENTS, "Liveness probe failed")
            : Optional.empty();
    return finding(
        reason,
        words(reason, exit, liveness.isPresent()),
        exit == null || exit.finishTime() == null ? unreadySince() : exit.finishTime(),
        evidence(liveness.map(PodEvents::text).orElse(stateText()), exit));
  }

  private Words words(Reason reason, @Nullable LastExit exit, boolean killed) {
    if (reason == Reason.OUT_OF_MEMORY) {
      return ReasonMessages.outOfMemory(container.name());
    }
    if (reason == Reason.BAD_COMMAND) {
      return ReasonMessages.badCommand(container.name(), exit);
    }
    return killed
        ? ReasonMessages.killedByProbe(container.name(), run())
        : ReasonMessages.crashLoop(container.name(), exit, run());
  }

  private static Evidence evidence(@Nullable String text, @Nullable LastExit exit) {
    return exit == null
        ? new Evidence(text, null, null)
        : new Evidence(text, exit.exitCode(), exit.message());
  }

  private Finding probeFailure() {
    Optional<EventRecord> event = events.newest(pod.meta().uid(), PROBE_EVENTS);
    return finding(
        Reason.PROBE_FAILING,
        ReasonMessages.probeFailing(container.name(), event.map(EventRecord::message).orElse(null)),
        unreadySince(),
        new Evidence(event.map(PodEvents::text).orElse(null), null, null));
  }

  private Finding finding(Reason reason, Words words, @Nullable Instant since, Evidence evidence) {
    return new Finding(
        reason,
        container.name(),
        words,
        "Pod/" + pod.meta().name(),
        since,
        Patience.isOver(reason, since == null ? pod.meta().createTime() : since, now),
        evidence);
  }

  private Run run() {
    return new Run(
        pod.meta().namespace(),
        pod.meta().name(),
        container.restarts() + 1,
        pod.meta().createTime());
  }

  /** The most recent termination: the current one, otherwise the previous one. */
  private @Nullable LastExit exit() {
    return container.exit() != null ? container.exit() : container.lastExit();
  }

  /** The node's current message. */
  private @Nullable String stateText() {
    if (container.reason().isEmpty()) {
      return null;
    }
    return container.message().isEmpty()
        ? container.reason()
        : container.reason() + ": " + container.message();
  }

  /**
   * The cluster does not report since when a container waits; its pod's Ready condition is an
   * approximation.
   */
  private Instant unreadySince() {
    return pod.conditions().stream()
        .filter(condition -> condition.type().equals("Ready") && !condition.isTrue())
        .map(condition -> condition.since())
        .filter(since -> since != null)
        .findFirst()
        .orElse(pod.meta().createTime());
  }
}
