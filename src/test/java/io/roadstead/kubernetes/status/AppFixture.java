// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.Container;
import io.roadstead.app.Quantity;
import io.roadstead.app.Resources;
import io.roadstead.app.Settings;
import io.roadstead.cluster.ClusterNode;
import io.roadstead.cluster.Freshness;
import io.roadstead.cluster.NodeFingerprint;
import io.roadstead.kubernetes.model.AppKeys;
import io.roadstead.kubernetes.model.Condition;
import io.roadstead.kubernetes.model.DeploymentRecord;
import io.roadstead.kubernetes.model.EventRecord;
import io.roadstead.kubernetes.model.Meta;
import io.roadstead.kubernetes.model.NodeRecord;
import io.roadstead.kubernetes.model.ObjectKey;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.model.PodTemplate;
import io.roadstead.kubernetes.model.ReplicaSetRecord;
import io.roadstead.kubernetes.model.ServiceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An app as the cache would have it: complete at three replicas unless a test says otherwise. */
final class AppFixture {
  static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  static final String IMAGE = "luksa/kubia:1.0";

  private final List<PodFixture> pods = new ArrayList<>();
  private final List<EventRecord> events = new ArrayList<>();
  private final List<ReplicaSetRecord> former = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private final List<Condition> latestConditions = new ArrayList<>();
  private final Map<String, NodeRecord> nodes = new HashMap<>();
  private int desired = 3;
  private int generation = 2;
  private int observedGeneration = 2;
  private int replicas = 3;
  private int updated = 3;
  private int available = 3;
  private boolean deleting;
  private boolean nodesKnown = true;
  private ServiceRecord service;
  private Map<String, Quantity> requests = Map.of();
  private Map<String, String> annotations = Map.of(AppKeys.REVISION, "4");

  private AppFixture() {
    progressing("True", "NewReplicaSetAvailable");
    node("node-1", true);
  }

  static AppFixture app() {
    return new AppFixture();
  }

  /** Before the first pod of a new app serves. */
  static AppFixture newApp(int desired) {
    return app()
        .desired(desired)
        .counts(desired, desired, 0)
        .progressing("True", "ReplicaSetUpdated");
  }

  AppFixture desired(int count) {
    desired = count;
    return this;
  }

  /**
   * @param all pods there are
   * @param ofLatest pods of the latest version
   * @param serving pods available
   */
  AppFixture counts(int all, int ofLatest, int serving) {
    replicas = all;
    updated = ofLatest;
    available = serving;
    return this;
  }

  AppFixture unobserved() {
    observedGeneration = generation - 1;
    return this;
  }

  AppFixture withoutNodes() {
    nodes.clear();
    nodesKnown = false;
    return this;
  }

  AppFixture deleting() {
    deleting = true;
    return this;
  }

  AppFixture annotation(String key, String value) {
    annotations = Map.of(AppKeys.REVISION, "4", key, value);
    return this;
  }

  AppFixture requests(Map<String, String> amounts) {
    requests =
        amounts.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> new Quantity(e.getValue())));
    return this;
  }

  AppFixture service(ServiceRecord found) {
    service = found;
    return this;
  }

  AppFixture progressing(String status, String reason) {
    conditions.clear();
    conditions.add(new Condition("Progressing", status, reason, "as it is", NOW.minusSeconds(30)));
    return this;
  }

  AppFixture withoutProgressDeadline() {
    conditions.clear();
    return this;
  }

  AppFixture replicaFailure(String message) {
    latestConditions.add(
        new Condition("ReplicaFailure", "True", "FailedCreate", message, NOW.minusSeconds(5)));
    return this;
  }

  /** The version before the latest one still has pods. */
  AppFixture formerVersion(int desiredOfIt, int readyOfIt) {
    former.add(replicaSet(3, desiredOfIt, readyOfIt, List.of()));
    return this;
  }

  AppFixture pods(PodFixture... found) {
    pods.addAll(List.of(found));
    return this;
  }

  AppFixture node(String name, boolean ready) {
    nodes.put(
        name,
        new NodeRecord(
            meta("", name),
            new ClusterNode(
                name,
                ready,
                true,
                List.of(),
                "region-1",
                "zone-a",
                "large",
                "amd64",
                "linux",
                "Debian",
                "v1.36.3",
                List.of("10.0.0.1"),
                List.of("203.0.113.9"),
                Map.of("cpu", "4", "memory", "8Gi")),
            new NodeFingerprint(name, Map.of(), Set.of(), "", "Debian", "6.12", "v1.36.3"),
            false));
    return this;
  }

  AppFixture warning(String objectUid, String reason, String message, Duration ago) {
    return event(objectUid, reason, message, ago, true);
  }

  AppFixture ordinary(String objectUid, String reason, String message) {
    return event(objectUid, reason, message, Duration.ofSeconds(5), false);
  }

  private AppFixture event(
      String uid, String reason, String message, Duration ago, boolean warning) {
    Instant at = NOW.minus(ago);
    events.add(
        new EventRecord(
            meta("default", reason + events.size()),
            uid,
            "Pod",
            uid,
            warning,
            reason,
            message,
            "kubelet",
            1,
            at,
            at));
    return this;
  }

  ObservedApp observed() {
    List<ReplicaSetRecord> sets = new ArrayList<>();
    sets.add(replicaSet(4, desired, available, latestConditions));
    sets.addAll(former);
    List<PodRecord> records = pods.stream().map(PodFixture::pod).toList();
    return new ObservedApp(
        deployment(),
        Stream.ofNullable(service).toList(),
        List.of(),
        sets,
        records,
        List.of(),
        nodes,
        nodesKnown,
        List.of(),
        events,
        new Freshness(NOW, false));
  }

  private DeploymentRecord deployment() {
    Meta meta =
        new Meta(
            new ObjectKey("default", "kubia"),
            "uid-kubia",
            "7",
            generation,
            NOW.minusSeconds(3600),
            deleting ? NOW : null);
    var status =
        new DeploymentRecord.Status(
            observedGeneration, replicas, updated, available, available, conditions);
    return new DeploymentRecord(
        meta,
        Map.of("app", "kubia"),
        annotations,
        Map.of("app", "kubia"),
        desired,
        template(),
        Settings.NONE,
        List.of(),
        "digest",
        status);
  }

  private PodTemplate template() {
    var container =
        new Container(
            "kubia",
            IMAGE,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Resources(requests, Map.of()),
            null,
            null,
            null);
    return new PodTemplate(
        Map.of("app", "kubia"), Map.of(), List.of(container), List.of(), List.of(), null);
  }

  private static ReplicaSetRecord replicaSet(
      long revision, int desired, int ready, List<Condition> conditions) {
    return new ReplicaSetRecord(
        meta("default", "kubia-" + revision),
        "uid-kubia",
        revision,
        "hash" + revision,
        List.of(IMAGE),
        desired,
        desired,
        ready,
        ready,
        conditions);
  }

  static Meta meta(String namespace, String name) {
    return new Meta(
        new ObjectKey(namespace, name), "uid-" + name, "1", 1, NOW.minusSeconds(120), null);
  }
}
