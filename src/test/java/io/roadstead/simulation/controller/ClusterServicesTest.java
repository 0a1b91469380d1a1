// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import static io.roadstead.simulation.controller.ControllersFixture.deployment;
import static io.roadstead.simulation.controller.ControllersFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ClusterServicesTest {
  private ControllersFixture cluster = new ControllersFixture();

  @Test
  void listsReadyPodsBehindTheServiceWithResolvedPorts() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 3));
    cluster.create(ResourceKinds.SERVICE, service("ClusterIP"));
    assertThat(endpoints()).noneMatch(e -> e.at("/conditions/ready").asBoolean());
    cluster.advance(5);

    ObjectNode slice = slice();
    assertThat(Meta.labels(slice)).containsEntry("kubernetes.io/service-name", "kubia");
    assertThat(slice.at("/ports/0/port").asInt()).isEqualTo(8080);
    assertThat(slice.at("/ports/0/name").asText()).isEqualTo("web");
    assertThat(endpoints()).hasSize(3).allMatch(e -> e.at("/conditions/ready").asBoolean());
    assertThat(endpoints().stream().map(e -> e.path("zone").asText()))
        .containsExactlyInAnyOrder("zone-a", "zone-b", "zone-c");
    assertThat(endpoints()).allMatch(e -> e.at("/targetRef/kind").asText().equals("Pod"));
  }

  @Test
  void marksEndpointsOfPodsThatGoAsTerminatingButServing() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 2));
    cluster.create(ResourceKinds.SERVICE, service("ClusterIP"));
    cluster.advance(5);
    cluster.scale("kubia", 1);
    JsonNode going =
        endpoints().stream()
            .filter(e -> e.at("/conditions/terminating").asBoolean())
            .findFirst()
            .orElseThrow();
    assertThat(going.at("/conditions/ready").asBoolean()).isFalse();
    assertThat(going.at("/conditions/serving").asBoolean()).isTrue();
    cluster.advance(5);
    assertThat(endpoints()).hasSize(1);
  }

  @Test
  void takesSlicesAlongWhenTheServiceIsDeleted() {
    cluster.create(ResourceKinds.SERVICE, service("ClusterIP"));
    assertThat(slices()).hasSize(1);
    cluster.store.delete(ResourceKinds.SERVICE, "default", "kubia", DeleteOptions.background());
    cluster.clock.settle();
    assertThat(slices()).isEmpty();
  }

  @Test
  void givesALoadBalancerItsAddressAfterAWhile() {
    cluster.create(ResourceKinds.SERVICE, service("LoadBalancer"));
    assertThat(Meta.hasFinalizer(kubia(), LoadBalancerController.FINALIZER)).isTrue();
    assertThat(cluster.events("EnsuringLoadBalancer")).hasSize(1);
    assertThat(kubia().at("/status/loadBalancer/ingress").isEmpty()).isTrue();
    cluster.advance(2);
    assertThat(kubia().at("/status/loadBalancer/ingress/0/ip").asText()).isEqualTo("203.0.113.1");
    assertThat(cluster.events("EnsuredLoadBalancer")).hasSize(1);
  }

  @Test
  void takesTheAddressBackWhenTheTypeChanges() {
    cluster.create(ResourceKinds.SERVICE, service("LoadBalancer"));
    cluster.advance(2);
    cluster.change(
        ResourceKinds.SERVICE,
        "kubia",
        s -> {
          s.withObject("/spec").put("type", "ClusterIP");
          return s;
        });
    assertThat(kubia().at("/status/loadBalancer").isEmpty()).isTrue();
    assertThat(Meta.hasFinalizer(kubia(), LoadBalancerController.FINALIZER)).isFalse();
  }

  @Test
  void letsADeletedLoadBalancerGoAfterItsCleanUp() {
    cluster.create(ResourceKinds.SERVICE, service("LoadBalancer"));
    cluster.advance(2);
    cluster.store.delete(ResourceKinds.SERVICE, "default", "kubia", DeleteOptions.background());
    cluster.clock.settle();
    assertThat(cluster.store.get(ResourceKinds.SERVICE, "default", "kubia")).isEmpty();
    assertThat(cluster.events("DeletedLoadBalancer")).hasSize(1);
  }

  @Test
  void leavesALoadBalancerPendingWhenNobodyProvidesOne() {
    cluster = new ControllersFixture(LoadBalancerBehavior.none());
    cluster.create(ResourceKinds.SERVICE, service("LoadBalancer"));
    cluster.advance(600);
    assertThat(kubia().at("/status/loadBalancer/ingress").isEmpty()).isTrue();
    assertThat(Meta.hasFinalizer(kubia(), LoadBalancerController.FINALIZER)).isFalse();
    assertThat(cluster.events("EnsuringLoadBalancer")).isEmpty();
  }

  @Test
  void keepsTheTargetOfAnAutoscalerWithinItsBounds() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 1));
    cluster.create(ResourceKinds.HORIZONTAL_POD_AUTOSCALER, autoscaler("kubia"));
    cluster.advance(1);
    assertThat(replicas()).isEqualTo(2);
    assertThat(cluster.events("SuccessfulRescale"))
        .containsExactly(
            "1x New size: 2; reason: Current number of replicas below Spec.MinReplicas");
    cluster.scale("kubia", 9);
    cluster.advance(16);
    assertThat(replicas()).isEqualTo(4);
    cluster.advance(16);
    JsonNode active =
        cluster.condition(ResourceKinds.HORIZONTAL_POD_AUTOSCALER, "kubia", "ScalingActive");
    assertThat(active.path("status").asText()).isEqualTo("False");
    assertThat(active.path("reason").asText()).isEqualTo("FailedGetResourceMetric");
  }

  @Test
  void leavesAStoppedTargetOfAnAutoscalerAlone() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 0));
    cluster.create(ResourceKinds.HORIZONTAL_POD_AUTOSCALER, autoscaler("kubia"));
    cluster.advance(40);
    assertThat(replicas()).isZero();
    assertThat(
            cluster
                .condition(ResourceKinds.HORIZONTAL_POD_AUTOSCALER, "kubia", "ScalingActive")
                .path("reason")
                .asText())
        .isEqualTo("ScalingDisabled");
  }

  @Test
  void saysThatTheTargetOfAnAutoscalerIsMissing() {
    cluster.create(ResourceKinds.HORIZONTAL_POD_AUTOSCALER, autoscaler("nobody"));
    assertThat(
            cluster
                .condition(ResourceKinds.HORIZONTAL_POD_AUTOSCALER, "kubia", "AbleToScale")
                .path("message")
                .asText())
        .endsWith("deployments.apps \"nobody\" not found");
  }

  @Test
  void reportsTheQuotaThatForbidsAPod() {
    cluster.create(
        ResourceKinds.RESOURCE_QUOTA,
        json(
            "{'metadata': {'name': 'few', 'namespace': 'default'},"
                + " 'spec': {'hard': {'pods': '2'}}}"));
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 3));
    cluster.advance(5);
    assertThat(cluster.pods()).hasSize(2);
    JsonNode failure = cluster.condition(ResourceKinds.DEPLOYMENT, "kubia", "ReplicaFailure");
    assertThat(failure.path("reason").asText()).isEqualTo("FailedCreate");
    assertThat(failure.path("message").asText())
        .contains("is forbidden: exceeded quota: few, requested: pods=1, used: pods=2");
    assertThat(cluster.events("FailedCreate")).isNotEmpty();
    cluster.store.delete(
        ResourceKinds.RESOURCE_QUOTA, "default", "few", DeleteOptions.background());
    cluster.advance(65);
    assertThat(cluster.pods()).hasSize(3);
    assertThat(
            cluster.condition(ResourceKinds.DEPLOYMENT, "kubia", "ReplicaFailure").isMissingNode())
        .isTrue();
  }

  @Test
  void replacesThePodsOfALostNodeOnceTheirTolerationRunsOut() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 3));
    cluster.advance(5);
    cluster.controllers.loseNode("node-2");
    cluster.clock.settle();
    assertThat(cluster.deployment("kubia").at("/status/readyReplicas").asInt()).isEqualTo(2);
    assertThat(cluster.condition(ResourceKinds.NODE, "node-2", "Ready").path("status").asText())
        .isEqualTo("Unknown");
    cluster.advance(305);
    assertThat(cluster.deployment("kubia").at("/status/readyReplicas").asInt()).isEqualTo(3);
    List<ObjectNode> lost =
        cluster.pods().stream().filter(pod -> Pods.node(pod).equals("node-2")).toList();
    assertThat(lost).hasSize(1).allMatch(Meta::deleting);
    assertThat(lost.get(0).at("/status/reason").asText()).isEqualTo("NodeLost");

    cluster.controllers.recoverNode("node-2");
    cluster.advance(40);
    assertThat(cluster.pods()).hasSize(3).allMatch(Pods::ready);
    assertThat(Conditions.isTrue(cluster.get(ResourceKinds.NODE, "node-2").path("status"), "Ready"))
        .isTrue();
  }

  @Test
  void replacesThePodsOfANodeThatWasRemoved() {
    cluster.deploy(deployment("kubia", "luksa/kubia:1.0", 3));
    cluster.advance(5);
    cluster.store.delete(ResourceKinds.NODE, "", "node-3", DeleteOptions.background());
    cluster.advance(50);
    assertThat(cluster.pods())
        .hasSize(3)
        .allMatch(Pods::ready)
        .noneMatch(pod -> Pods.node(pod).equals("node-3"));
  }

  @Test
  void givesEachNewNamespaceItsDefaultAccount() {
    cluster.create(ResourceKinds.NAMESPACE, json("{'metadata': {'name': 'shop'}}"));
    assertThat(cluster.store.get(ResourceKinds.SERVICE_ACCOUNT, "shop", "default")).isPresent();
    assertThat(cluster.store.get(ResourceKinds.SERVICE_ACCOUNT, "kube-system", "default"))
        .isPresent();
  }

  @Test
  void emptiesANamespaceThatIsDeleted() {
    cluster.create(ResourceKinds.NAMESPACE, json("{'metadata': {'name': 'shop'}}"));
    ObjectNode deployment = deployment("kubia", "luksa/kubia:1.0", 2);
    deployment.withObject("/metadata").put("namespace", "shop");
    cluster.deploy(deployment);
    cluster.advance(5);
    cluster.store.delete(ResourceKinds.NAMESPACE, "", "shop", DeleteOptions.background());
    cluster.advance(5);
    assertThat(cluster.store.list(ResourceKinds.POD, "shop")).isEmpty();
    assertThat(cluster.store.get(ResourceKinds.NAMESPACE, "", "shop")).isEmpty();
  }

  private int replicas() {
    return cluster.deployment("kubia").at("/spec/replicas").asInt();
  }

  private ObjectNode kubia() {
    return cluster.get(ResourceKinds.SERVICE, "kubia");
  }

  private List<ObjectNode> slices() {
    return cluster.store.list(ResourceKinds.ENDPOINT_SLICE, "default").stream()
        .filter(slice -> Meta.labels(slice).containsValue("kubia"))
        .toList();
  }

  private ObjectNode slice() {
    assertThat(slices()).hasSize(1);
    return slices().get(0);
  }

  private List<JsonNode> endpoints() {
    return StreamSupport.stream(slice().path("endpoints").spliterator(), false).toList();
  }

  private static ObjectNode service(String type) {
    return json(
        """
        {'metadata': {'name': 'kubia', 'namespace': 'default'},
         'spec': {'type': '%s', 'selector': {'app': 'kubia'},
          'ports': [{'name': 'web', 'port': 80, 'targetPort': 'http', 'protocol': 'TCP'}]}}
        """
            .formatted(type));
  }

  private static ObjectNode autoscaler(String target) {
    return json(
        """
        {'metadata': {'name': 'kubia', 'namespace': 'default'},
         'spec': {'minReplicas': 2, 'maxReplicas': 4,
          'scaleTargetRef': {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': '%s'},
          'metrics': [{'type': 'Resource', 'resource': {'name': 'cpu',
            'target': {'type': 'Utilization', 'averageUtilization': 70}}}]}}
        """
            .formatted(target));
  }
}
