// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.controller.ContainerState.Terminated;
import io.roadstead.simulation.controller.ContainerState.Waiting;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes a pod's status from the state of its containers. */
final class PodStatus {
  private final PodWorker worker;

  PodStatus(PodWorker worker) {
    this.worker = worker;
  }

  /** Whether all containers have ended and none will be restarted. */
  static boolean finished(List<ContainerWorker> containers) {
    return containers.stream().allMatch(c -> c.state() instanceof Terminated && !c.restarting());
  }

  void write(ObjectNode status) {
    String phase = phase();
    status.put("phase", phase);
    status.put("startTime", worker.startTime());
    status.put("hostIP", worker.node().ip());
    status.putArray("hostIPs").addObject().put("ip", worker.node().ip());
    if (!worker.ip().isEmpty()) {
      status.put("podIP", worker.ip());
      status.putArray("podIPs").addObject().put("ip", worker.ip());
    }
    if (!worker.init().isEmpty()) {
      containers(status.putArray("initContainerStatuses"), worker.init());
    }
    containers(status.putArray("containerStatuses"), worker.main());
    conditions(status, phase);
  }

  private String phase() {
    List<ContainerWorker> main = worker.main();
    boolean initialized = worker.init().stream().allMatch(ContainerWorker::passed);
    boolean initFailed =
        worker.restartPolicy().equals("Never")
            && worker.init().stream()
                .anyMatch(c -> c.state() instanceof Terminated && !c.succeeded());
    if (initFailed) {
      return "Failed";
    }
    if (finished(main)) {
      return main.stream().allMatch(ContainerWorker::succeeded) ? "Succeeded" : "Failed";
    }
    boolean someNew = main.stream().anyMatch(c -> c.state() instanceof Waiting && c.last() == null);
    boolean everInitialized = initialized || main.stream().anyMatch(ContainerWorker::begun);
    return someNew || !everInitialized ? "Pending" : "Running";
  }

  private static void containers(ArrayNode statuses, List<ContainerWorker> containers) {
    for (ContainerWorker container : containers) {
      ObjectNode status = statuses.addObject().put("name", container.name());
      status.set("state", container.state().toNode());
      Terminated last = container.last();
      status.set("lastState", last == null ? status.objectNode() : last.toNode());
      boolean ready = container.step() ? container.succeeded() : container.ready();
      status.put("ready", ready).put("restartCount", container.restartCount());
      image(status, container, last != null || !(container.state() instanceof Waiting));
      status.put("started", container.started());
    }
  }

  private static void image(ObjectNode status, ContainerWorker container, boolean ran) {
    var reference = ImageReference.parse(container.image());
    if (!ran || reference.isEmpty()) {
      status.put("image", container.image()).put("imageID", "");
      return;
    }
    String full = reference.get().full();
    String digest = reference.get().digest();
    String id = digest.isEmpty() ? "sha256:" + Digests.hex(full) : digest;
    status.put("image", full).put("imageID", reference.get().repository() + "@" + id);
    status.put("containerID", container.containerId());
  }

  private void conditions(ObjectNode status, String phase) {
    set(
        status,
        worker.mounted()
            ? Condition.yes("PodReadyToStartContainers", "", "")
            : Condition.no("PodReadyToStartContainers", "", ""));
    List<ContainerWorker> notInit = unmet(worker.init(), ContainerWorker::passed);
    boolean initialized =
        notInit.isEmpty() || worker.main().stream().anyMatch(ContainerWorker::begun);
    set(
        status,
        initialized
            ? Condition.yes("Initialized", "", "")
            : Condition.no(
                "Initialized",
                "ContainersNotInitialized",
                "containers with incomplete status: " + names(notInit)));
    boolean over = phase.equals("Succeeded") || phase.equals("Failed");
    List<ContainerWorker> unready = unmet(worker.main(), ContainerWorker::ready);
    for (String type : List.of("Ready", "ContainersReady")) {
      set(status, readiness(type, over ? phase : "", unready));
    }
    set(status, Condition.yes("PodScheduled", "", ""));
  }

  private static Condition readiness(String type, String over, List<ContainerWorker> unready) {
    if (over.equals("Succeeded")) {
      return Condition.no(type, "PodCompleted", "");
    }
    if (over.equals("Failed")) {
      return Condition.no(type, "PodFailed", "");
    }
    if (unready.isEmpty()) {
      return Condition.yes(type, "", "");
    }
    return Condition.no(
        type, "ContainersNotReady", "containers with unready status: " + names(unready));
  }

  private static List<ContainerWorker> unmet(
      List<ContainerWorker> containers, Predicate<ContainerWorker> wanted) {
    return containers.stream().filter(wanted.negate()).toList();
  }

  private static String names(List<ContainerWorker> containers) {
    return containers.stream()
        .map(ContainerWorker::name)
        .collect(Collectors.joining(" ", "[", "]"));
  }

  private void set(ObjectNode status, Condition condition) {
    Conditions.set(status, condition, worker.timestamps().now());
  }
}
