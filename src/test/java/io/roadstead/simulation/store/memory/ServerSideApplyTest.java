// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import static io.roadstead.simulation.store.Documents.object;
import static io.roadstead.simulation.store.Documents.tree;
import static io.roadstead.simulation.store.ResourceKinds.CONFIG_MAP;
import static io.roadstead.simulation.store.ResourceKinds.DEPLOYMENT;
import static io.roadstead.simulation.store.ResourceKinds.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.Subresource;
import io.roadstead.simulation.store.WriteOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerSideApplyTest {
  private static final WriteOptions ALICE = WriteOptions.by("alice");
  private static final WriteOptions BOB = WriteOptions.by("bob");

  private final MemoryObjectStore store =
      new MemoryObjectStore(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));

  @Test
  void recordsEveryStatedFieldAndNoDefault() {
    ObjectNode created = apply(DEPLOYMENT, web("replicas: 2", "env: [{name: A, value: x}]"), ALICE);

    assertThat(created.at("/spec/revisionHistoryLimit").asInt()).isEqualTo(10);
    assertThat(managedFields(created, "alice"))
        .isEqualTo(
            tree(
                """
                f:spec:
                  f:replicas: {}
                  f:selector: {}
                  f:template:
                    f:metadata: {f:labels: {f:app: {}}}
                    f:spec:
                      f:containers:
                        'k:{"name":"web"}':
                          .: {}
                          f:name: {}
                          f:image: {}
                          f:env: {'k:{"name":"A"}': {.: {}, f:name: {}, f:value: {}}}
                """));
  }

  @Test
  void changesNothingWhenAppliedAgain() {
    ObjectNode config = web("replicas: 2", "resources: {requests: {cpu: 1000m, memory: 0.5Gi}}");
    ObjectNode first = apply(DEPLOYMENT, config, ALICE);
    ObjectNode second = apply(DEPLOYMENT, config, ALICE);

    assertThat(second).isEqualTo(first);
    assertThat(first.at("/spec/template/spec/containers/0/resources/requests"))
        .isEqualTo(tree("{cpu: '1', memory: 512Mi}"));
  }

  @Test
  void changesNothingWhenAppliedAgainUnderSharedOwnership() {
    ObjectNode config = web("replicas: 2", "env: [{name: A, value: x}]");
    apply(DEPLOYMENT, config, ALICE);
    ObjectNode shared = apply(DEPLOYMENT, config, BOB);

    assertThat(managedFields(shared, "alice")).isEqualTo(managedFields(shared, "bob"));
    assertThat(apply(DEPLOYMENT, config, ALICE)).isEqualTo(shared);
    assertThat(apply(DEPLOYMENT, config, BOB)).isEqualTo(shared);
  }

  @Test
  void keepsSharedFieldsUntilTheLastApplierLetsGo() {
    apply(CONFIG_MAP, data("{a: x, b: y}"), ALICE);
    apply(CONFIG_MAP, data("{a: x}"), BOB);

    assertThat(apply(CONFIG_MAP, data("{b: y}"), ALICE).path("data"))
        .isEqualTo(tree("{a: x, b: y}"));
    assertThat(apply(CONFIG_MAP, data("{}"), BOB).path("data")).isEqualTo(tree("{b: y}"));
  }

  @Test
  void removesListElementsNoLongerApplied() {
    apply(DEPLOYMENT, web("replicas: 2", "env: [{name: A, value: x}, {name: B, value: y}]"), ALICE);
    ObjectNode after = apply(DEPLOYMENT, web("replicas: 2", "env: [{name: B, value: y}]"), ALICE);

    assertThat(container(after).path("env")).isEqualTo(tree("[{name: B, value: y}]"));
    assertThat(container(apply(DEPLOYMENT, web("replicas: 2", "tty: true"), ALICE)).has("env"))
        .isFalse();
  }

  @Test
  void keepsListElementsThatAnotherApplierStates() {
    apply(DEPLOYMENT, web("replicas: 2", "env: [{name: A, value: x}, {name: B, value: y}]"), ALICE);
    ObjectNode other =
        object(
            """
            metadata: {name: web, namespace: default}
            spec: {template: {spec: {containers: [{name: web, env: [{name: A, value: x}]}]}}}
            """);
    apply(DEPLOYMENT, other, BOB);

    ObjectNode after = apply(DEPLOYMENT, web("replicas: 2", "tty: true"), ALICE);
    assertThat(container(after).path("env")).isEqualTo(tree("[{name: A, value: x}]"));
  }

  @Test
  void keepsElementsAddedByOthersWhenAnElementIsReplaced() {
    apply(DEPLOYMENT, web("replicas: 2", "ports: [{containerPort: 80}]"), ALICE);
    ObjectNode other =
        object(
            """
            metadata: {name: web, namespace: default}
            spec: {template: {spec: {containers: [{name: proxy, image: envoy}]}}}
            """);
    apply(DEPLOYMENT, other, BOB);

    ObjectNode after = apply(DEPLOYMENT, web("replicas: 2", "ports: [{containerPort: 81}]"), ALICE);
    assertThat(container(after).path("ports"))
        .isEqualTo(tree("[{containerPort: 81, protocol: TCP}]"));
    assertThat(after.at("/spec/template/spec/containers/1/name").asText()).isEqualTo("proxy");
  }

  @Test
  void fallsBackToTheDefaultWhenAFieldIsNoLongerApplied() {
    apply(DEPLOYMENT, web("replicas: 3", "tty: true"), ALICE);
    ObjectNode after = apply(DEPLOYMENT, web("paused: false", "tty: true"), ALICE);

    assertThat(after.at("/spec/replicas").asInt()).isEqualTo(1);
  }

  @Test
  void leavesReplicasThatSomebodyScaledWhenTheyAreNotApplied() {
    apply(DEPLOYMENT, web("paused: false", "tty: true"), ALICE);
    scale(5, "kubectl");
    ObjectNode after = apply(DEPLOYMENT, web("paused: false", "tty: false"), ALICE);

    assertThat(after.at("/spec/replicas").asInt()).isEqualTo(5);
  }

  @Test
  void refusesReplicasThatWereScaledByAnother() {
    apply(DEPLOYMENT, web("replicas: 2", "tty: true"), ALICE);
    scale(5, "kubectl");

    assertThatThrownBy(() -> apply(DEPLOYMENT, web("replicas: 2", "tty: true"), ALICE))
        .hasMessage(
            "Apply failed with 1 conflict: conflict with \"kubectl\" with subresource \"scale\""
                + " using apps/v1: .spec.replicas")
        .satisfies(
            e ->
                assertThat(((ApiException) e).toStatus().path("details"))
                    .isEqualTo(
                        tree(
                            """
                            causes:
                            - reason: FieldManagerConflict
                              message: conflict with "kubectl" with subresource "scale" using apps/v1
                              field: .spec.replicas
                            """)));
  }

  @Test
  void namesEveryConflictByManager() {
    store.create(DEPLOYMENT, web("replicas: 2", "image: nginx"), WriteOptions.by("kubectl-create"));
    apply(CONFIG_MAP, data("{a: x}"), BOB);

    assertThatThrownBy(() -> apply(DEPLOYMENT, web("replicas: 3", "image: apache"), ALICE))
        .hasMessage(
            """
            Apply failed with 2 conflicts: conflicts with "kubectl-create" using apps/v1:
            - .spec.replicas
            - .spec.template.spec.containers[name="web"].image\
            """);
    assertThatThrownBy(() -> apply(CONFIG_MAP, data("{a: z}"), ALICE))
        .hasMessage("Apply failed with 1 conflict: conflict with \"bob\": .data.a");
  }

  @Test
  void takesFieldsOverByForce() {
    apply(DEPLOYMENT, web("replicas: 2", "tty: true"), ALICE);
    scale(5, "kubectl");
    ObjectNode after =
        apply(
            DEPLOYMENT,
            web("replicas: 2", "tty: true"),
            new WriteOptions("alice", false, true, warning -> {}));

    assertThat(after.at("/spec/replicas").asInt()).isEqualTo(2);
    assertThat(managers(after)).containsExactly("alice");
  }

  @Test
  void losesFieldsThatAnUpdateChanges() {
    apply(CONFIG_MAP, data("{a: x, b: y}"), ALICE);
    ObjectNode updated = store.update(CONFIG_MAP, data("{a: z, b: y}"), BOB);

    assertThat(managedFields(updated, "alice")).isEqualTo(tree("{f:data: {f:b: {}}}"));
    assertThat(managedFields(updated, "bob")).isEqualTo(tree("{f:data: {f:a: {}}}"));
  }

  @Test
  void ownsStatusThroughItsOwnDoorOnly() {
    apply(DEPLOYMENT, web("replicas: 2", "tty: true"), ALICE);
    ObjectNode status =
        object("{metadata: {name: web, namespace: default}, status: {readyReplicas: 1}}");
    ObjectNode after = store.apply(DEPLOYMENT, status, Subresource.STATUS, BOB).object();

    assertThat(after.at("/status/readyReplicas").asInt()).isEqualTo(1);
    assertThat(after.at("/metadata/generation").asInt()).isEqualTo(1);
    assertThat(apply(DEPLOYMENT, status, WriteOptions.by("carol")).path("status"))
        .isEqualTo(after.path("status"));
  }

  @Test
  void refusesElementsWithoutKeyAndTwice() {
    assertThatThrownBy(() -> apply(DEPLOYMENT, web("replicas: 1", "env: [{value: x}]"), ALICE))
        .hasMessageEndingWith("spec.template.spec.containers[0].env[0].name: Required value");
    assertThatThrownBy(
            () -> apply(DEPLOYMENT, web("replicas: 1", "env: [{name: A}, {name: A}]"), ALICE))
        .hasMessageEndingWith(
            ".spec.template.spec.containers[name=\"web\"].env: duplicate entries for key [name=\"A\"]");
  }

  @Test
  void doesNotTrackAScaleOfReplicasThatNobodyOwns() {
    apply(DEPLOYMENT, web("paused: false", "tty: true"), ALICE);
    scale(5, "kubectl");

    assertThat(managers(store.get(DEPLOYMENT, "default", "web").orElseThrow()))
        .containsExactly("alice");
    assertThat(
            apply(DEPLOYMENT, web("replicas: 2", "tty: true"), ALICE).at("/spec/replicas").asInt())
        .isEqualTo(2);
  }

  @Test
  void givesTheFirstApplierCompanyWhenOwnershipWasReset() {
    apply(CONFIG_MAP, data("{a: x}"), ALICE);
    ObjectNode reset = data("{a: x}");
    Metadata.of(reset).putArray("managedFields").addObject();
    assertThat(managers(store.update(CONFIG_MAP, reset, BOB))).isEmpty();

    assertThatThrownBy(() -> apply(CONFIG_MAP, data("{a: y}"), ALICE))
        .hasMessage(
            "Apply failed with 1 conflict: conflict with \"before-first-apply\" using v1: .data.a");
  }

  @Test
  void dropsNodePortsWhenAServiceNoLongerNeedsThem() {
    String ports = "ports: [{port: 80}], selector: {app: web}";
    ObjectNode balanced = apply(SERVICE, service("{type: LoadBalancer, " + ports + "}"), ALICE);
    assertThat(balanced.at("/spec/ports/0/nodePort").asInt()).isBetween(30000, 32767);

    ObjectNode internal = apply(SERVICE, service("{type: ClusterIP, " + ports + "}"), ALICE);
    assertThat(internal.path("spec").has("externalTrafficPolicy")).isFalse();
    assertThat(internal.path("spec").has("allocateLoadBalancerNodePorts")).isFalse();
    assertThat(internal.at("/spec/ports/0").has("nodePort")).isFalse();
    assertThat(internal.at("/spec/clusterIP")).isEqualTo(balanced.at("/spec/clusterIP"));
  }

  @Test
  void storesNothingInADryRun() {
    ObjectNode would =
        apply(CONFIG_MAP, data("{a: x}"), new WriteOptions("alice", true, false, warning -> {}));

    assertThat(would.at("/data/a").asText()).isEqualTo("x");
    assertThat(store.get(CONFIG_MAP, "default", "data")).isEmpty();
  }

  private ObjectNode apply(ResourceKind kind, ObjectNode config, WriteOptions options) {
    return store.apply(kind, config, Subresource.NONE, options).object();
  }

  private void scale(int replicas, String manager) {
    store.patch(
        DEPLOYMENT,
        "default",
        "web",
        Subresource.SCALE,
        live -> {
          live.withObject("/spec").put("replicas", replicas);
          return live;
        },
        WriteOptions.by(manager));
  }

  private static ObjectNode web(String spec, String container) {
    return object(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: default}
        spec:
          %s
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - name: web
                %s
        """
            .formatted(
                spec,
                container.startsWith("image:") ? container : "image: nginx\n        " + container));
  }

  private static ObjectNode data(String data) {
    return object("{metadata: {name: data, namespace: default}, data: %s}".formatted(data));
  }

  private static ObjectNode service(String spec) {
    return object("{metadata: {name: web, namespace: default}, spec: %s}".formatted(spec));
  }

  private static JsonNode container(ObjectNode deployment) {
    return deployment.at("/spec/template/spec/containers/0");
  }

  private static JsonNode managedFields(ObjectNode object, String manager) {
    for (JsonNode entry : Metadata.of(object).path("managedFields")) {
      if (entry.path("manager").asText().equals(manager)) {
        return entry.path("fieldsV1");
      }
    }
    return MissingNode.getInstance();
  }

  private static List<String> managers(ObjectNode object) {
    return object.at("/metadata/managedFields").findValuesAsText("manager");
  }
}
