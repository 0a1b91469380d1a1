// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.ResourceKinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kubelet's worker for one pod, from its arrival on the node until it is gone. */
final class PodWorker {
  private static final Duration FIRST_MOUNT_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_MOUNT_PAUSE = Duration.ofMinutes(2);

  private final Kubelet kubelet;
  private final KubeletNode node;
  private final ObjectNode pod;
  private final String startTime;
  private final List<ContainerWorker> init = new ArrayList<>();
  private final List<ContainerWorker> main = new ArrayList<>();
  private final List<Runnable> heldBack = new ArrayList<>();
  private String ip = "";
  private Duration mountPause = FIRST_MOUNT_PAUSE;
  private boolean mounted;
  private boolean stopping;
  private boolean gone;

  PodWorker(Kubelet kubelet, KubeletNode node, ObjectNode pod) {
    this.kubelet = kubelet;
    this.node = node;
    this.pod = pod;
    this.startTime = kubelet.timestamps().now();
    JsonNode spec = pod.path("spec");
    boolean hasInit = !spec.path("initContainers").isEmpty();
    spec.path("initContainers").forEach(c -> init.add(new ContainerWorker(this, c, true, true)));
    spec.path("containers").forEach(c -> main.add(new ContainerWorker(this, c, false, hasInit)));
  }

  /** Mounts the volumes, and tries again, ever less often, as long as one can't be mounted. */
  void begin() {
    String problem = kubelet.mounts().problem(pod);
    if (problem == null) {
      run();
      return;
    }
    kubelet.warn(this, "FailedMount", problem);
    report();
    after(mountPause, this::begin);
    mountPause =
        mountPause.compareTo(LONGEST_MOUNT_PAUSE) < 0 ? mountPause.multipliedBy(2) : mountPause;
  }

  private void run() {
    mounted = true;
    boolean hostNetwork = pod.path("spec").path("hostNetwork").asBoolean();
    ip = hostNetwork ? node.ip() : node.takeAddress();
    changed();
    next();
  }

  /**
   * Starts the containers that may start now: init containers one after the other, then all others
   * together.
   */
  private void next() {
    for (ContainerWorker container : init) {
      if (!container.begun()) {
        container.begin();
      }
      if (!container.passed()) {
        return;
      }
    }
    main.stream().filter(container -> !container.begun()).forEach(ContainerWorker::begin);
  }

  /** Ends the pod gracefully: the signal, the time to stop, the last status, and the removal. */
  void terminate(long graceSeconds) {
    if (stopping) {
      return;
    }
    stopping = true;
    containers()
        .filter(container -> container.state() instanceof ContainerState.Running)
        .forEach(c -> normal(c, "Killing", "Stopping container " + c.name()));
    Duration grace = Duration.ofSeconds(graceSeconds);
    Duration stop = delays().stop();
    schedule(stop.compareTo(grace) < 0 ? stop : grace, this::finish);
  }

  private void finish() {
    containers().forEach(ContainerWorker::stop);
    report();
    kubelet.writer().delete(ResourceKinds.POD, pod, DeleteOptions.now());
  }

  /** Forgets a pod that no longer exists. */
  void forget() {
    gone = true;
    node.releaseAddress(ip);
  }

  /** Runs the step later, unless the pod is being stopped by then. */
  void after(Duration delay, Runnable step) {
    schedule(
        delay,
        () -> {
          if (!stopping) {
            step.run();
          }
        });
  }

  private void schedule(Duration delay, Runnable step) {
    kubelet.clock().schedule(delay, () -> runOrHold(step));
  }

  /** A disconnected node continues only when it is back. */
  private void runOrHold(Runnable step) {
    if (gone) {
      return;
    }
    if (node.lost()) {
      heldBack.add(step);
      return;
    }
    step.run();
  }

  void resume() {
    List<Runnable> steps = List.copyOf(heldBack);
    heldBack.clear();
    steps.forEach(this::runOrHold);
    if (!gone) {
      report();
    }
  }

  void changed() {
    if (!stopping) {
      report();
      if (!init.isEmpty()) {
        next();
      }
    }
  }

  void containerEnded() {
    if (!stopping && PodStatus.finished(main)) {
      init.stream().filter(ContainerWorker::sidecar).forEach(ContainerWorker::stop);
      report();
    }
  }

  private void report() {
    if (gone || node.lost()) {
      return;
    }
    try {
      kubelet.writer().updateStatus(ResourceKinds.POD, pod, new PodStatus(this)::write);
    } catch (ApiException e) {
      if (e.code() != 404) {
        throw e;
      }
    }
  }

  void normal(ContainerWorker container, String reason, String message) {
    kubelet.record(this, container, "Normal", reason, message);
  }

  void warning(ContainerWorker container, String reason, String message) {
    kubelet.record(this, container, "Warning", reason, message);
  }

  @Nullable String environmentProblem(JsonNode container) {
    return kubelet.environment().problem(Meta.namespace(pod), container);
  }

  Optional<ContainerWorker> container(String name) {
    return containers().filter(c -> name.isEmpty() || c.name().equals(name)).findFirst();
  }

  private Stream<ContainerWorker> containers() {
    return Stream.concat(main.stream(), init.stream());
  }

  List<ContainerWorker> init() {
    return init;
  }

  List<ContainerWorker> main() {
    return main;
  }

  ObjectNode pod() {
    return pod;
  }

  KubeletNode node() {
    return node;
  }

  /** Whether all volumes are mounted, so that containers can start. */
  boolean mounted() {
    return mounted;
  }

  String ip() {
    return ip;
  }

  String startTime() {
    return startTime;
  }

  StageDelays delays() {
    return kubelet.delays();
  }

  Timestamps timestamps() {
    return kubelet.timestamps();
  }

  SimulationClock clock() {
    return kubelet.clock();
  }

  String hostname() {
    return pod.path("spec").path("hostname").asText(Meta.name(pod));
  }

  String restartPolicy() {
    return pod.path("spec").path("restartPolicy").asText("Always");
  }

  /** The name of a pod in messages: name_namespace(uid). */
  String fullName() {
    return "%s_%s(%s)".formatted(Meta.name(pod), Meta.namespace(pod), Meta.uid(pod));
  }
}
