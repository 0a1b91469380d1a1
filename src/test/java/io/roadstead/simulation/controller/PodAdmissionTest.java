// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import static io.roadstead.simulation.controller.ControllersFixture.deployment;
import static io.roadstead.simulation.controller.ControllersFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;
import org.junit.jupiter.api.Test;

class PodAdmissionTest {
  private final ControllersFixture cluster = new ControllersFixture();

  @Test
  void createsNoPodsForAServiceAccountThatDoesNotExist() {
    deploy("serviceAccountName", "robot");

    String refusal =
        "pods \"%s-\" is forbidden: error looking up service account default/robot: serviceaccount \"robot\" not found"
            .formatted(cluster.replicaSets().get(0).at("/metadata/name").asText());
    assertThat(cluster.pods()).isEmpty();
    assertThat(cluster.events("FailedCreate"))
        .singleElement()
        .asString()
        .endsWith("Error creating: " + refusal);
    JsonNode failure = cluster.condition(ResourceKinds.DEPLOYMENT, "kubia", "ReplicaFailure");
    assertThat(failure.path("message").asText()).isEqualTo(refusal);

    cluster.create(
        ResourceKinds.SERVICE_ACCOUNT,
        json("{'metadata': {'name': 'robot', 'namespace': 'default'}}"));
    cluster.advance(30);
    assertThat(cluster.onlyPod().at("/spec/serviceAccount").asText()).isEqualTo("robot");
  }

  @Test
  void createsNoPodsForAPriorityClassThatDoesNotExist() {
    deploy("priorityClassName", "urgent");

    assertThat(cluster.events("FailedCreate"))
        .singleElement()
        .asString()
        .endsWith("is forbidden: no PriorityClass with name urgent was found");

    cluster.create(
        ResourceKinds.PRIORITY_CLASS, json("{'metadata': {'name': 'urgent'}, 'value': 1000}"));
    cluster.advance(30);
    assertThat(cluster.onlyPod().at("/spec/priority").asInt()).isEqualTo(1000);
  }

  @Test
  void createsNoPodsForARuntimeClassThatDoesNotExist() {
    deploy("runtimeClassName", "gvisor");

    assertThat(cluster.events("FailedCreate"))
        .singleElement()
        .asString()
        .endsWith("is forbidden: pod rejected: RuntimeClass \"gvisor\" not found");
  }

  @Test
  void placesPodsOnMatchingNodesOnly() {
    ObjectNode deployment = deployment("kubia", "luksa/kubia:1.0", 1);
    deployment.withObject("/spec/template/spec/nodeSelector").put("disk", "ssd");
    cluster.deploy(deployment);

    assertThat(cluster.events("FailedScheduling"))
        .singleElement()
        .asString()
        .contains("3 node(s) didn't match Pod's node affinity/selector");
  }

  private void deploy(String field, String value) {
    ObjectNode deployment = deployment("kubia", "luksa/kubia:1.0", 1);
    deployment.withObject("/spec/template/spec").put(field, value);
    cluster.deploy(deployment);
    cluster.advance(1);
  }
}
