// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.roadstead.app.AppState;
import io.roadstead.app.Health;
import io.roadstead.app.LogicalView;
import io.roadstead.app.LogicalView.Item;
import io.roadstead.app.LogicalView.Kind;
import io.roadstead.app.LogicalView.Relation;
import io.roadstead.app.PhysicalView;
import io.roadstead.app.PhysicalView.WarningCode;
import io.roadstead.app.Reason;
import io.roadstead.cluster.ExposureState;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What an app looks like, on whichever API server. */
abstract class AppViewContract extends AppReaderFixture {
  @Test
  void tiesTheObjectsOfAnAppTogether() {
    deploy("kubia", "luksa/kubia:1.0", 2);
    create(service("kubia", "kubia"));
    awaitState("kubia", AppState.READY);

    LogicalView view =
        awaitLogical(
            found ->
                assertThat(found.links())
                    .filteredOn(link -> link.relation() == Relation.ROUTES_TO && link.active())
                    .hasSize(2));

    assertThat(view.items())
        .extracting(Item::kind)
        .containsExactly(
            Kind.SERVICE,
            Kind.DEPLOYMENT,
            Kind.ENDPOINT_SLICE,
            Kind.REPLICA_SET,
            Kind.POD,
            Kind.POD);
    assertThat(view.items()).allMatch(item -> item.health() == Health.OK && item.reason() == null);
    assertThat(item(view, Kind.DEPLOYMENT).labels()).isEqualTo(Map.of("app", "kubia"));
    assertThat(view.links())
        .filteredOn(link -> link.relation() == Relation.OWNS)
        .hasSize(3)
        .allMatch(link -> link.active() && !link.by().isEmpty());
  }

  @Test
  void marksObjectsThatRoadsteadDidNotMake() {
    deploy("kubia", "luksa/kubia:1.0", 1);
    create(service("front", "kubia"));
    create(autoscaler("scaler", "kubia"));
    create(service("other", "somebody-else"));

    LogicalView view =
        awaitLogical(
            found ->
                assertThat(found.items())
                    .extracting(Item::kind)
                    .contains(Kind.SERVICE, Kind.AUTOSCALER));

    assertThat(item(view, Kind.SERVICE).name()).isEqualTo("front");
    assertThat(view.items()).noneMatch(Item::managed);
    assertThat(view.links())
        .filteredOn(link -> link.relation() == Relation.SCALES)
        .extracting(LogicalView.Link::from, LogicalView.Link::to)
        .containsExactly(tuple("HorizontalPodAutoscaler/scaler", "Deployment/kubia"));
  }

  @Test
  void saysThatAServiceOfTheSameNameLeadsElsewhere() {
    deploy("kubia", "luksa/kubia:1.0", 1);
    create(service("kubia", "somebody-else"));
    awaitState("kubia", AppState.READY);

    LogicalView view =
        awaitLogical(found -> assertThat(found.items()).anyMatch(i -> i.kind() == Kind.SERVICE));

    assertThat(item(view, Kind.SERVICE).state()).isEqualTo("does not lead to this app");
    assertThat(reader.physicalView(name("kubia")).exposure().state())
        .isEqualTo(ExposureState.NOT_EXPOSED);
  }

  @Test
  void showsTheOldVersionBesideTheNewOneThatFails() {
    deploy("kubia", "luksa/kubia:1.0", 2);
    awaitState("kubia", AppState.READY);
    deploy("kubia", "example.com/no-such-image:2", 2);
    awaitState("kubia", AppState.DEGRADED);

    LogicalView view =
        awaitLogical(
            found ->
                assertThat(found.items())
                    .filteredOn(item -> item.reason() == Reason.IMAGE_NOT_FOUND)
                    .extracting(Item::kind)
                    .contains(Kind.DEPLOYMENT, Kind.POD));

    assertThat(view.items())
        .filteredOn(item -> item.kind() == Kind.REPLICA_SET)
        .extracting(item -> item.details().get(0))
        .containsExactly("version 2, latest", "version 1");
    assertThat(reader.physicalView(name("kubia")).zones().stream())
        .flatExtracting(zone -> zone.nodes())
        .flatExtracting(node -> node.pods())
        .extracting(PhysicalView.Pod::latest)
        .contains(true, false);
  }

  @Test
  void showsEachPodOnItsNodeInItsZone() {
    deploy("kubia", "luksa/kubia:1.0", 3);
    create(service("kubia", "kubia"));
    awaitState("kubia", AppState.READY);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              PhysicalView view = reader.physicalView(name("kubia"));
              List<PhysicalView.Pod> pods =
                  view.zones().stream()
                      .flatMap(zone -> zone.nodes().stream())
                      .flatMap(node -> node.pods().stream())
                      .toList();
              assertThat(pods).hasSize(3).allMatch(PhysicalView.Pod::getsTraffic);
              assertThat(pods).allMatch(pod -> pod.containers().size() == 1);
              assertThat(view.unscheduled()).isEmpty();
              assertThat(view.spread().pods()).isEqualTo(3);
              assertThat(view.spread().usableZones()).isEqualTo(3);
              assertThat(view.zones())
                  .extracting(PhysicalView.Zone::name)
                  .containsExactly("zone-a", "zone-b", "zone-c");
            });
  }

  @Test
  void warnsOfPodsThatAreAllOnOneNode() {
    apply(
        deployment("kubia", "luksa/kubia:1.0", 2)
            .editSpec()
            .editTemplate()
            .editSpec()
            .withNodeSelector(Map.of("kubernetes.io/hostname", "node-2"))
            .endSpec()
            .endTemplate()
            .endSpec());
    awaitState("kubia", AppState.READY);

    PhysicalView view = reader.physicalView(name("kubia"));

    assertThat(view.warnings())
        .extracting(PhysicalView.Warning::code)
        .containsExactly(WarningCode.ALL_ON_ONE_NODE, WarningCode.ALL_IN_ONE_ZONE);
    assertThat(view.warnings().get(0).message()).contains("node-2");
    assertThat(view.spread().mostOnOneNode()).isEqualTo(2);
  }

  @Test
  void warnsOfASinglePod() {
    deploy("kubia", "luksa/kubia:1.0", 1);
    awaitState("kubia", AppState.READY);

    assertThat(reader.physicalView(name("kubia")).warnings())
        .extracting(PhysicalView.Warning::code)
        .containsExactly(WarningCode.SINGLE_REPLICA);
  }

  @Test
  void showsPodsThatNoNodeTakes() {
    apply(
        deployment("kubia", "luksa/kubia:1.0", 1)
            .editSpec()
            .editTemplate()
            .editSpec()
            .withNodeSelector(Map.of("kubernetes.io/hostname", "nowhere"))
            .endSpec()
            .endTemplate()
            .endSpec());
    awaitReason("kubia", Reason.UNSCHEDULABLE);

    PhysicalView view = reader.physicalView(name("kubia"));

    assertThat(view.unscheduled())
        .singleElement()
        .satisfies(pod -> assertThat(pod.reason()).isEqualTo(Reason.UNSCHEDULABLE));
    assertThat(view.spread().pods()).isZero();
  }

  private LogicalView awaitLogical(Consumer<LogicalView> expected) {
    await().atMost(SOON).untilAsserted(() -> expected.accept(reader.logicalView(name("kubia"))));
    return reader.logicalView(name("kubia"));
  }

  private static Item item(LogicalView view, Kind kind) {
    return view.items().stream().filter(item -> item.kind() == kind).findFirst().orElseThrow();
  }

  private void create(HasMetadata object) {
    watched.client().resource(object).create();
  }

  private Service service(String name, String app) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(namespace)
        .endMetadata()
        .withNewSpec()
        .withSelector(Map.of("app", app))
        .addNewPort()
        .withPort(80)
        .withNewTargetPort(8080)
        .endPort()
        .endSpec()
        .build();
  }

  private HorizontalPodAutoscaler autoscaler(String name, String target) {
    return new HorizontalPodAutoscalerBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(namespace)
        .endMetadata()
        .withNewSpec()
        .withNewScaleTargetRef("apps/v1", "Deployment", target)
        .withMinReplicas(1)
        .withMaxReplicas(3)
        .endSpec()
        .build();
  }
}
