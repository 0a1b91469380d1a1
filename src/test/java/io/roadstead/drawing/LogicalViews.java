// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.AppName;
import io.roadstead.app.AppState;
import io.roadstead.app.Health;
import io.roadstead.app.LogicalView;
import io.roadstead.app.LogicalView.Facts;
import io.roadstead.app.LogicalView.Item;
import io.roadstead.app.LogicalView.Kind;
import io.roadstead.app.LogicalView.Link;
import io.roadstead.app.LogicalView.Relation;
import io.roadstead.app.Reason;
import io.roadstead.cluster.Freshness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds logical views. */
final class LogicalViews {
  static final Freshness FRESH = new Freshness(Instant.parse("2026-03-14T09:26:53Z"), false);
  static final Freshness STALE = new Freshness(Instant.parse("2026-03-14T09:26:53Z"), true);
  static final AppName KUBIA = new AppName("default", "kubia");

  private static final Map<String, String> SELECTOR =
      Map.of("app.kubernetes.io/name", "kubia", "app.kubernetes.io/instance", "kubia");
  private static final String BY = "app.kubernetes.io/name=kubia, app.kubernetes.io/instance=kubia";

  private final List<Item> items = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private AppState state = AppState.READY;
  private Freshness freshness = FRESH;
  private int omitted;

  static LogicalViews kubia() {
    return new LogicalViews();
  }

  LogicalViews state(AppState is) {
    state = is;
    return this;
  }

  LogicalViews freshness(Freshness is) {
    freshness = is;
    return this;
  }

  LogicalViews omitted(int pods) {
    omitted = pods;
    return this;
  }

  LogicalViews item(Item item) {
    items.add(item);
    return this;
  }

  LogicalViews link(String from, String to, Relation relation, boolean active, String by) {
    links.add(new Link(from, to, relation, active, by));
    return this;
  }

  static Item item(Kind kind, String name, Health health, String state, String... details) {
    return new Item(
        Item.id(kind, name),
        kind,
        name,
        true,
        health,
        state,
        null,
        null,
        Facts.NONE,
        List.of(details),
        kind == Kind.POD ? Map.of() : SELECTOR);
  }

  static Item foreign(Item item) {
    return new Item(
        item.id(),
        item.kind(),
        item.name(),
        false,
        item.health(),
        item.state(),
        item.reason(),
        item.message(),
        item.facts(),
        item.details(),
        item.labels());
  }

  static Item failing(Item item, Reason reason, @Nullable String message) {
    return new Item(
        item.id(),
        item.kind(),
        item.name(),
        item.managed(),
        Health.ERROR,
        item.state(),
        reason,
        message,
        item.facts(),
        item.details(),
        item.labels());
  }

  LogicalViews deployment(Health health, String is) {
    return item(item(Kind.DEPLOYMENT, "kubia", health, is, "luksa/kubia:v2", "RollingUpdate"));
  }

  LogicalViews service() {
    return item(item(
            Kind.SERVICE, "kubia", Health.OK, "has an address", "LoadBalancer", "80 → 8080"))
        .slice("kubia", "kubia-abc12");
  }

  LogicalViews slice(String service, String name) {
    return item(item(Kind.ENDPOINT_SLICE, name, Health.OK, "3 of 4 ready", "port http 8080"))
        .link(
            "Service/" + service,
            "EndpointSlice/" + name,
            Relation.LISTS,
            true,
            "kubernetes.io/service-name=" + service);
  }

  LogicalViews autoscaler() {
    return item(item(
            Kind.AUTOSCALER, "kubia", Health.OK, "3 wanted", "2 to 10 pods", "CPU 71 % of 80 %"))
        .link(
            "HorizontalPodAutoscaler/kubia",
            "Deployment/kubia",
            Relation.SCALES,
            true,
            "scaleTargetRef");
  }

  LogicalViews replicaSet(String hash, boolean latest, String is) {
    Health current = is.startsWith("1 of 2") ? Health.WAITING : Health.OK;
    Health health = latest ? current : Health.IDLE;
    String image = latest ? "luksa/kubia:v2" : "luksa/kubia:v1";
    return item(item(Kind.REPLICA_SET, "kubia-" + hash, health, is, image))
        .link("Deployment/kubia", "ReplicaSet/kubia-" + hash, Relation.OWNS, latest, BY);
  }

  LogicalViews pods(String hash, int from, int to) {
    for (int i = from; i < to; i++) {
      String name = "kubia-%s-%s".formatted(hash, suffix(i));
      pod(
          hash,
          item(
              Kind.POD,
              name,
              Health.OK,
              "Running, ready",
              "10.8.%d.%d".formatted(i % 7, i + 4),
              "node-" + i % 20));
    }
    return this;
  }

  LogicalViews pod(String hash, Item pod) {
    String by = "pod-template-hash=" + hash;
    boolean ready = pod.health() == Health.OK;
    item(pod).link("ReplicaSet/kubia-" + hash, pod.id(), Relation.OWNS, true, by);
    items.stream()
        .filter(item -> item.kind() == Kind.ENDPOINT_SLICE)
        .findFirst()
        .ifPresent(slice -> link(slice.id(), pod.id(), Relation.ROUTES_TO, ready, BY));
    return this;
  }

  static Item crashing(String name) {
    return failing(
        item(Kind.POD, name, Health.ERROR, "Waiting", "10.8.1.9", "node-3"),
        Reason.CRASH_LOOP,
        "The container ends soon after each start: exit code 1, restarted 7 times.");
  }

  static String suffix(int i) {
    return Integer.toString(1_100_000 + i * 7919, 36).replace('-', 'x') + "z";
  }

  LogicalView view() {
    return new LogicalView(KUBIA, state, items, links, omitted, freshness);
  }

  /** Two old pods and two new ones, of which one pulls its image. */
  static LogicalView midRollout() {
    Item pulling =
        new Item(
            "Pod/kubia-6f7d-p4k9t",
            Kind.POD,
            "kubia-6f7d-p4k9t",
            true,
            Health.WAITING,
            "ContainerCreating",
            Reason.PULLING_IMAGE,
            "luksa/kubia:v2 is being pulled.",
            Facts.NONE,
            List.of("10.8.2.14", "node-2"),
            Map.of());
    return kubia()
        .state(AppState.DEPLOYING)
        .autoscaler()
        .service()
        .deployment(Health.WAITING, "3 of 3 ready, 2 updated")
        .replicaSet("6f7d", true, "1 of 2 ready")
        .replicaSet("5d9c", false, "2 of 2 ready")
        .replicaSet("4b8a", false, "no pods")
        .replicaSet("3a7b", false, "no pods")
        .pods("6f7d", 1, 2)
        .pod("6f7d", pulling)
        .pods("5d9c", 2, 4)
        .view();
  }

  static LogicalView ofPods(int pods) {
    LogicalViews views =
        kubia()
            .autoscaler()
            .service()
            .deployment(Health.WARNING, pods + " asked for")
            .replicaSet("6f7d", true, pods + " pods")
            .replicaSet("5d9c", false, "some left");
    views.pods("6f7d", 0, pods * 7 / 10);
    for (int i = 0; i < pods / 20; i++) {
      views.pod("6f7d", crashing("kubia-6f7d-crash" + i));
    }
    return views.pods("5d9c", pods * 7 / 10 + pods / 20, pods).view();
  }
}
