// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.controller.ContainerState.Running;
import io.roadstead.simulation.controller.ContainerState.Terminated;
import io.roadstead.simulation.controller.ContainerState.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs one container through its lifecycle: pull, create, start, probe, end, and restart. */
final class ContainerWorker {
  private static final Duration CONFIG_RETRY = Duration.ofSeconds(10);
  private static final Duration EXIT_SHOWN = Duration.ofSeconds(1);
  private static final Duration HEALTHY_RUN = Duration.ofMinutes(10);
  private static final String NEVER = "1970-01-01T00:00:00Z";

  private final PodWorker pod;
  private final JsonNode spec;
  private final boolean init;
  private final ImageBehavior behavior;
  private final ImagePull pull;
  private final Probes probes;
  private final ContainerLog log;
  private final BackOff restarts = BackOff.ofRestarts();
  private ContainerState state;
  private @Nullable Terminated last;
  private int restartCount;
  private boolean begun;
  private boolean restarting;
  private boolean started;
  private boolean ready;

  ContainerWorker(PodWorker pod, JsonNode spec, boolean init, boolean afterInit) {
    this.pod = pod;
    this.spec = spec;
    this.init = init;
    this.state = new Waiting(init || afterInit ? "PodInitializing" : "ContainerCreating", "");
    this.behavior =
        ImageReference.parse(image()).map(ImageBehavior::of).orElse(ImageBehavior.ORDINARY);
    this.pull = new ImagePull(this, pod, spec);
    this.probes = new Probes(this, pod, spec, behavior);
    this.log = new ContainerLog(pod.hostname(), image(), pod.clock());
  }

  void begin() {
    begun = true;
    pull.begin();
  }

  void pulled() {
    String problem = pod.environmentProblem(spec);
    if (problem != null) {
      pod.warning(this, "Failed", "Error: " + problem);
      waitFor("CreateContainerConfigError", problem);
      pod.after(CONFIG_RETRY, pull::begin);
      return;
    }
    pod.normal(this, "Created", "Container created");
    pod.after(pod.delays().start(), this::start);
  }

  private void start() {
    String failure = behavior.startFailure();
    if (failure != null) {
      failToStart(String.format(Locale.ROOT, failure, command()));
      return;
    }
    pod.normal(this, "Started", "Container started");
    Running running = new Running(pod.timestamps().now());
    state = running;
    log.started(step());
    probes.begin(running);
    ImageBehavior.Exit exit = behavior.exit(step());
    if (exit != null) {
      pod.after(exit.after(), () -> endByItself(running, exit));
    }
    pod.changed();
  }

  private void failToStart(String error) {
    pod.warning(this, "Failed", "Error: " + error);
    last = new Terminated(128, "StartError", error, NEVER, pod.timestamps().now(), containerId());
    state = new Waiting("RunContainerError", error);
    pod.changed();
    scheduleRestart(Duration.ZERO);
  }

  private void endByItself(Running running, ImageBehavior.Exit exit) {
    log.ended(exit.lastWords());
    end(running, exit.code(), exit.reason());
  }

  /**
   * Ends the run if it is still the current one, and starts the next according to the restart
   * policy.
   */
  void end(Running running, int exitCode, String reason) {
    if (state != running) {
      return;
    }
    terminate(running, exitCode, reason);
    if (restartsAfter(exitCode)) {
      scheduleRestart(pod.timestamps().since(running.startedAt()));
    }
    pod.changed();
    pod.containerEnded();
  }

  /** Ends a running container because its pod is being deleted. */
  void stop() {
    if (state instanceof Running running) {
      terminate(running, 0, "Completed");
    }
  }

  private void terminate(Running running, int exitCode, String reason) {
    String now = pod.timestamps().now();
    Terminated ended =
        new Terminated(exitCode, reason, "", running.startedAt(), now, containerId());
    state = ended;
    last = ended;
    started = false;
    ready = false;
  }

  private boolean restartsAfter(int exitCode) {
    if (spec.path("restartPolicy").asText().equals("Always")) {
      return true;
    }
    return switch (pod.restartPolicy()) {
      case "Never" -> false;
      case "OnFailure" -> exitCode != 0;
      default -> !init || exitCode != 0;
    };
  }

  private void scheduleRestart(Duration ran) {
    restarting = true;
    if (ran.compareTo(HEALTHY_RUN) >= 0) {
      restarts.reset();
    }
    Duration pause = restarts.advance();
    if (pause.isZero()) {
      pod.after(EXIT_SHOWN, this::restart);
      return;
    }
    pod.after(EXIT_SHOWN, () -> showBackOff(pause));
    pod.after(pause, this::restart);
  }

  private void showBackOff(Duration pause) {
    String who = pod.fullName();
    pod.warning(
        this, "BackOff", "Back-off restarting failed container " + name() + " in pod " + who);
    waitFor(
        "CrashLoopBackOff",
        "back-off %s restarting failed container=%s pod=%s"
            .formatted(BackOff.text(pause), name(), who));
  }

  private void restart() {
    restarting = false;
    restartCount++;
    log.restarted();
    begin();
  }

  void waitFor(String reason, String message) {
    state = new Waiting(reason, message);
    pod.changed();
  }

  void probed(boolean nowStarted, boolean nowReady) {
    if (started == nowStarted && ready == nowReady) {
      return;
    }
    started = nowStarted;
    ready = nowReady;
    pod.changed();
  }

  private String command() {
    JsonNode command = spec.path("command").isEmpty() ? spec.path("args") : spec.path("command");
    return command.path(0).asText("/no-such-command");
  }

  boolean isPresent(Running running) {
    return state == running;
  }

  /** Whether another run follows the one that has ended. */
  boolean restarting() {
    return restarting;
  }

  boolean begun() {
    return begun;
  }

  boolean succeeded() {
    return state instanceof Terminated ended && ended.exitCode() == 0;
  }

  /** Whether an init container allows the next one to start. */
  boolean passed() {
    return succeeded() || (sidecar() && started);
  }

  boolean sidecar() {
    return init && spec.path("restartPolicy").asText().equals("Always");
  }

  /** Whether it has to end before the next container starts. */
  boolean step() {
    return init && !sidecar();
  }

  boolean init() {
    return init;
  }

  String name() {
    return spec.path("name").asText();
  }

  String image() {
    return spec.path("image").asText();
  }

  ContainerState state() {
    return state;
  }

  /** The termination of the previous run; null if there was none. */
  @Nullable Terminated last() {
    return state == last ? null : last;
  }

  int restartCount() {
    return restartCount;
  }

  boolean started() {
    return started;
  }

  boolean ready() {
    return ready;
  }

  List<String> log(boolean previous) {
    return previous ? log.previous() : log.present();
  }

  String containerId() {
    return "containerd://" + Digests.hex(pod.fullName() + "/" + name() + "/" + restartCount);
  }
}
