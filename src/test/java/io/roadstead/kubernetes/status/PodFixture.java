// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import static io.roadstead.kubernetes.status.AppFixture.NOW;

import io.roadstead.app.Pod.LastExit;
import io.roadstead.kubernetes.model.Condition;
import io.roadstead.kubernetes.model.ContainerRecord;
import io.roadstead.kubernetes.model.ContainerRecord.Phase;
import io.roadstead.kubernetes.model.ContainerRecord.Role;
import io.roadstead.kubernetes.model.Meta;
import io.roadstead.kubernetes.model.ObjectKey;
import io.roadstead.kubernetes.model.PodRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A pod of the latest version: ready and running for two minutes unless a test says otherwise. */
final class PodFixture {
  private final String name;
  private final List<ContainerRecord> containers = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private boolean ready = true;
  private String node = "node-1";
  private String phase = "Running";
  private Instant deleteTime;
  private Instant createTime = NOW.minusSeconds(120);
  private int revision = 4;

  private PodFixture(String name) {
    this.name = name;
  }

  static PodFixture pod(String name) {
    return new PodFixture(name);
  }

  static String uid(String name) {
    return "uid-" + name;
  }

  PodFixture unready() {
    ready = false;
    return this;
  }

  PodFixture pending() {
    phase = "Pending";
    return unready();
  }

  PodFixture deleting() {
    deleteTime = NOW;
    return this;
  }

  PodFixture ofFormerVersion() {
    revision = 3;
    return this;
  }

  PodFixture createdAgo(Duration ago) {
    createTime = NOW.minus(ago);
    return this;
  }

  PodFixture unscheduled(String message, Duration ago) {
    node = null;
    conditions.add(
        new Condition("PodScheduled", "False", "Unschedulable", message, NOW.minus(ago)));
    return pending();
  }

  PodFixture waiting(String reason, String message) {
    return waiting(reason, message, 0, null).pending();
  }

  PodFixture crashed(int exitCode, String reason, String message, int restarts) {
    return waiting(
            "CrashLoopBackOff",
            "back-off 10s restarting failed container",
            restarts,
            exit(exitCode, reason, message, Duration.ofSeconds(5)))
        .unready();
  }

  private PodFixture waiting(String reason, String message, int restarts, LastExit last) {
    return container(
        "kubia", Role.MAIN, Phase.WAITING, reason, message, null, null, last, restarts);
  }

  PodFixture terminated(Role role, int exitCode, int restarts) {
    return container(
        role == Role.MAIN ? "kubia" : "setup",
        role,
        Phase.TERMINATED,
        exitCode == 0 ? "Completed" : "Error",
        "",
        NOW.minusSeconds(3),
        exit(exitCode, exitCode == 0 ? "Completed" : "Error", "bye", Duration.ofSeconds(1)),
        null,
        restarts);
  }

  PodFixture running(Duration since, int restarts, LastExit last) {
    return container(
        "kubia", Role.MAIN, Phase.RUNNING, "", "", NOW.minus(since), null, last, restarts);
  }

  PodFixture initRunning() {
    return container("setup", Role.INIT, Phase.RUNNING, "", "", NOW.minusSeconds(3), null, null, 0);
  }

  PodFixture sidecarCrashed(int restarts) {
    return container(
        "proxy",
        Role.SIDECAR,
        Phase.WAITING,
        "CrashLoopBackOff",
        "back-off",
        null,
        null,
        exit(1, "Error", "no config", Duration.ofSeconds(4)),
        restarts);
  }

  static LastExit exit(int code, String reason, String message, Duration ago) {
    return new LastExit(code, reason, message, NOW.minus(ago));
  }

  private PodFixture container(
      String container,
      Role role,
      Phase at,
      String reason,
      String message,
      Instant start,
      LastExit exit,
      LastExit last,
      int restarts) {
    containers.add(
        new ContainerRecord(
            container,
            AppFixture.IMAGE,
            role,
            at,
            reason,
            message,
            start,
            exit,
            last,
            restarts,
            at == Phase.RUNNING,
            at == Phase.RUNNING && ready,
            Duration.ofSeconds(30)));
    return this;
  }

  PodRecord pod() {
    if (containers.isEmpty() && ready) {
      running(Duration.ofMinutes(2), 0, null);
    }
    conditions.add(
        new Condition("Ready", ready ? "True" : "False", "", "", createTime.plusSeconds(1)));
    return new PodRecord(
        new Meta(new ObjectKey("default", name), uid(name), "1", 1, createTime, deleteTime),
        "uid-kubia-" + revision,
        "10.1.0.1",
        name,
        node,
        phase,
        "",
        "",
        conditions,
        containers,
        Set.of());
  }
}
