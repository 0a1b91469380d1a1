// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.roadstead.app.Pod.LastExit;
import io.roadstead.kubernetes.model.ContainerRecord.Phase;
import io.roadstead.kubernetes.model.ContainerRecord.Role;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Projects a container with its status. */
final class ContainerProjection {
  private ContainerProjection() {}

  /** A container without a status has not been processed by a node yet. */
  static ContainerRecord observed(Container container, Role role, @Nullable ContainerStatus found) {
    ContainerStatus status = found == null ? new ContainerStatus() : found;
    ContainerState state = status.getState() == null ? new ContainerState() : status.getState();
    LastExit exit = exit(state.getTerminated());
    LastExit lastExit =
        status.getLastState() == null ? null : exit(status.getLastState().getTerminated());
    return new ContainerRecord(
        Fields.word(container.getName()),
        Fields.word(container.getImage()),
        role,
        phase(state),
        reason(state),
        message(state),
        startTime(state),
        exit,
        lastExit,
        Fields.orZero(status.getRestartCount()),
        Boolean.TRUE.equals(status.getStarted()),
        Boolean.TRUE.equals(status.getReady()),
        readyWithin(container));
  }

  private static Phase phase(ContainerState state) {
    if (state.getTerminated() != null) {
      return Phase.TERMINATED;
    }
    return state.getRunning() != null ? Phase.RUNNING : Phase.WAITING;
  }

  private static String reason(ContainerState state) {
    if (state.getTerminated() != null) {
      return Fields.word(state.getTerminated().getReason());
    }
    return state.getWaiting() == null ? "" : Fields.word(state.getWaiting().getReason());
  }

  private static String message(ContainerState state) {
    if (state.getTerminated() != null) {
      return Fields.text(state.getTerminated().getMessage());
    }
    return state.getWaiting() == null ? "" : Fields.text(state.getWaiting().getMessage());
  }

  private static @Nullable Instant startTime(ContainerState state) {
    if (state.getTerminated() != null) {
      return Fields.instant(state.getTerminated().getStartedAt());
    }
    return state.getRunning() == null ? null : Fields.instant(state.getRunning().getStartedAt());
  }

  private static @Nullable LastExit exit(@Nullable ContainerStateTerminated terminated) {
    if (terminated == null) {
      return null;
    }
    String message = Fields.text(terminated.getMessage());
    return new LastExit(
        Fields.orZero(terminated.getExitCode()),
        terminated.getReason() == null ? null : Fields.word(terminated.getReason()),
        message.isEmpty() ? null : message,
        Fields.instant(terminated.getFinishedAt()));
  }

  /** The readiness probe starts after the startup probe, so their times add up. */
  private static Duration readyWithin(Container container) {
    return ProbeMapping.patience(container.getStartupProbe())
        .plus(ProbeMapping.patience(container.getReadinessProbe()));
  }
}
