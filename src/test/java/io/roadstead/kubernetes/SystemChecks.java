// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Node;
import io.roadstead.app.AppName;
import io.roadstead.app.LogicalView;
import io.roadstead.app.LogicalView.Kind;
import io.roadstead.app.LogicalView.Relation;
import io.roadstead.app.PhysicalView;
import io.roadstead.cluster.Address;
import io.roadstead.cluster.ExposureState;
import io.roadstead.cluster.ExposureStatus;
import io.roadstead.cluster.Reachability;
import io.roadstead.cluster.Recognition;
import io.roadstead.cluster.SystemFixture;
import io.roadstead.cluster.SystemFixture.Place;
import io.roadstead.cluster.SystemFixture.Step;
import io.roadstead.drawing.Drawings;
import io.roadstead.kubernetes.status.StatusReader;
import io.roadstead.kubernetes.survey.SurveyedCluster;
import io.roadstead.kubernetes.view.ViewReader;
import io.roadstead.kubernetes.watch.WatchedCluster;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;

/** What Roadstead is to say on one system, check by check; each returns what it saw. */
final class SystemChecks implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Longer than a load-balancer controller needs to take a Service up. */
  private static final Duration A_WHILE = Duration.ofSeconds(40);

  private final WatchedCluster watched;
  private final SurveyedCluster surveyed;
  private final SystemStage stage;
  private final SystemFixture fixture;

  SystemChecks(String kubeconfigYaml, SystemFixture fixture) {
    this.fixture = fixture;
    watched = WatchedCluster.start(kubeconfigYaml);
    surveyed = SurveyedCluster.start(watched);
    stage = new SystemStage(watched.client(), fixture);
  }

  /** First of all, the cluster is made to look like the system, and the app comes onto it. */
  String recognized() {
    stage.set();
    await("the app").atMost(SOON).until(() -> watched.cache().synced() && surveyed.surveyed());
    eventually(
        () -> {
          Recognition found = surveyed.profiler().profile().recognition();
          assertThat(found.system()).isEqualTo(fixture.expected().system());
          assertThat(found.variant()).isEqualTo(fixture.expected().variant());
        });
    Recognition found = surveyed.profiler().profile().recognition();
    return Stream.of(found.system().name(), found.variant(), found.confidence().name())
        .filter(Objects::nonNull)
        .reduce((one, other) -> one + " " + other)
        .orElseThrow();
  }

  /** Nobody takes the Service up; then, where the system has such a case, somebody fails. */
  String pending() {
    Step pending = fixture.expected().pending();
    eventually(() -> assertStep(exposure(A_WHILE), pending));
    String seen = words(exposure(A_WHILE));
    Step failing = fixture.expected().failing();
    if (failing == null || fixture.failure() == null) {
      return seen;
    }
    stage.report(fixture.failure());
    eventually(() -> assertStep(exposure(A_WHILE), failing));
    return seen + " On failure: " + exposure(A_WHILE).state();
  }

  String address() {
    stage.report(fixture.service());
    String clusterIp = stage.clusterIp();
    eventually(
        () -> assertPlace(exposure(Duration.ZERO), fixture.expected().balancer(), clusterIp));
    return words(exposure(Duration.ZERO).addresses().get(0)).replace(clusterIp, "<cluster IP>");
  }

  String nodePort() {
    stage.expose("NodePort");
    eventually(() -> assertPlace(exposure(Duration.ZERO), fixture.expected().nodePort(), ""));
    return words(exposure(Duration.ZERO).addresses().get(0));
  }

  String views() {
    eventually(
        () -> {
          assertLogical(reader(Duration.ZERO).logicalView(name()));
          assertPhysical(reader(Duration.ZERO).physicalView(name()));
        });
    LogicalView logical = reader(Duration.ZERO).logicalView(name());
    PhysicalView.Spread spread = reader(Duration.ZERO).physicalView(name()).spread();
    return "%d objects, %d links; %d pods on %d of %d nodes, %d zones"
        .formatted(
            logical.items().size(),
            logical.links().size(),
            spread.pods(),
            spread.nodes(),
            fixture.nodes().size(),
            spread.zones());
  }

  @Override
  public void close() {
    try (watched;
        surveyed) {
      stage.close();
    }
  }

  private void assertLogical(LogicalView view) {
    assertThat(view.items())
        .extracting(LogicalView.Item::kind)
        .contains(Kind.DEPLOYMENT, Kind.REPLICA_SET, Kind.SERVICE, Kind.ENDPOINT_SLICE);
    List<String> pods = items(view, Kind.POD);
    assertThat(pods).hasSize(2);
    assertThat(view.links())
        .extracting(LogicalView.Link::relation)
        .contains(Relation.OWNS, Relation.LISTS, Relation.ROUTES_TO);
    assertThat(view.links())
        .filteredOn(link -> link.relation() == Relation.ROUTES_TO)
        .hasSize(2)
        .allMatch(LogicalView.Link::active);
    assertThat(Drawings.svg(view)).startsWith("<").contains(pods);
    assertThat(Drawings.mermaid(view)).contains(pods);
  }

  private void assertPhysical(PhysicalView view) {
    List<PhysicalView.Node> nodes = view.zones().stream().flatMap(z -> z.nodes().stream()).toList();
    assertThat(nodes)
        .extracting(PhysicalView.Node::name)
        .containsExactlyInAnyOrderElementsOf(
            fixture.nodes().stream().map(node -> node.getMetadata().getName()).toList());
    for (PhysicalView.Zone zone : view.zones()) {
      assertThat(zone.nodes()).allMatch(node -> Objects.equals(zone(node), zone.name()));
    }
    List<String> pods =
        nodes.stream().flatMap(node -> node.pods().stream()).map(PhysicalView.Pod::name).toList();
    assertThat(pods).hasSize(2);
    assertThat(view.spread().nodes()).isEqualTo((int) Math.min(2, freeNodes()));
    assertThat(Drawings.svg(view)).startsWith("<").contains(pods);
    assertThat(Drawings.mermaid(view)).contains(pods);
  }

  private long freeNodes() {
    return fixture.nodes().stream().filter(node -> node.getSpec().getTaints().isEmpty()).count();
  }

  private @Nullable String zone(PhysicalView.Node shown) {
    return fixture.nodes().stream()
        .filter(node -> node.getMetadata().getName().equals(shown.name()))
        .map(Node::getMetadata)
        .map(meta -> meta.getLabels().get("topology.kubernetes.io/zone"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<String> items(LogicalView view, Kind kind) {
    return view.items().stream()
        .filter(item -> item.kind() == kind)
        .map(LogicalView.Item::name)
        .toList();
  }

  private static void assertStep(ExposureStatus status, Step expected) {
    assertThat(status.state()).as(status.message()).isEqualTo(expected.state());
    assertThat(status.remedy()).contains(expected.remedy());
  }

  private static void assertPlace(ExposureStatus status, Place expected, String clusterIp) {
    assertThat(status.state()).as(status.message()).isEqualTo(ExposureState.ADDRESSED);
    Address first = status.addresses().get(0);
    assertThat(first.host()).isEqualTo(expected.host(clusterIp));
    assertThat(first.audience()).isEqualTo(expected.audience());
    assertThat(first.grade()).isEqualTo(expected.grade());
    if (expected.remedy() == null) {
      assertThat(first.remedy()).isNull();
    } else {
      assertThat(first.remedy()).contains(expected.remedy());
    }
  }

  private AppReader reader(Duration later) {
    Clock clock = Clock.offset(Clock.systemUTC(), later);
    var statusReader = new StatusReader(clock, surveyed.profiler(), Reachability.NONE);
    return new AppReader(watched.cache(), statusReader, new ViewReader(clock, statusReader));
  }

  private ExposureStatus exposure(Duration later) {
    return reader(later).find(name()).orElseThrow().status().exposure();
  }

  private AppName name() {
    return new AppName(stage.namespace(), SystemObjects.APP);
  }

  private static void eventually(ThrowingRunnable check) {
    await().atMost(SOON).ignoreExceptions().untilAsserted(check);
  }

  private static String words(ExposureStatus status) {
    return status.state() + ": " + status.remedy();
  }

  private static String words(Address address) {
    return "%s %s %s".formatted(address.url(), address.audience(), address.grade());
  }
}
