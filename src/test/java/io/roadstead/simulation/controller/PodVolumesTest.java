// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import static io.roadstead.simulation.controller.ControllersFixture.deployment;
import static io.roadstead.simulation.controller.ControllersFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.ResourceKinds;
import org.junit.jupiter.api.Test;

class PodVolumesTest {
  private final ControllersFixture cluster = new ControllersFixture();

  @Test
  void mountsNothingUntilTheConfigMapExists() {
    cluster.deploy(with("{'name': 'files', 'configMap': {'name': 'settings'}}"));
    cluster.advance(3);

    assertThat(cluster.onlyPod().at("/status/phase").asText()).isEqualTo("Pending");
    assertThat(cluster.container().at("/state/waiting/reason").asText())
        .isEqualTo("ContainerCreating");
    assertThat(cluster.onlyPod().path("status").has("podIP")).isFalse();
    assertThat(cluster.events("FailedMount"))
        .singleElement()
        .asString()
        .endsWith(
            "x MountVolume.SetUp failed for volume \"files\" : configmap \"settings\" not found");

    cluster.create(ResourceKinds.CONFIG_MAP, named("settings"));
    cluster.advance(10);
    assertThat(cluster.onlyPod().at("/status/phase").asText()).isEqualTo("Running");
  }

  @Test
  void toleratesMissingOptionalSources() {
    cluster.deploy(
        with(
            "{'name': 'a', 'secret': {'secretName': 'none', 'optional': true}}",
            "{'name': 'b', 'projected': {'sources': [{'configMap': {'name': 'none', 'optional': true}}]}}"));
    cluster.advance(10);

    assertThat(cluster.onlyPod().at("/status/phase").asText()).isEqualTo("Running");
  }

  @Test
  void namesAMissingSecretOfAProjectedVolume() {
    cluster.deploy(with("{'name': 'p', 'projected': {'sources': [{'secret': {'name': 'none'}}]}}"));
    cluster.advance(1);

    assertThat(cluster.events("FailedMount"))
        .singleElement()
        .asString()
        .contains("for volume \"p\" : secret \"none\" not found");
  }

  @Test
  void staysUnscheduledUntilTheClaimExists() {
    cluster.deploy(with("{'name': 'data', 'persistentVolumeClaim': {'claimName': 'data'}}"));
    cluster.advance(1);

    assertThat(cluster.events("FailedScheduling"))
        .containsExactly(
            "1x 0/3 nodes are available: persistentvolumeclaim \"data\" not found. preemption: 0/3"
                + " nodes are available: 3 Preemption is not helpful for scheduling.");

    cluster.create(ResourceKinds.PERSISTENT_VOLUME_CLAIM, claim("data", ""));
    cluster.advance(10);

    assertThat(cluster.onlyPod().at("/status/phase").asText()).isEqualTo("Running");
    ObjectNode bound = cluster.get(ResourceKinds.PERSISTENT_VOLUME_CLAIM, "data");
    assertThat(bound.at("/spec/storageClassName").asText()).isEqualTo("standard");
    assertThat(bound.at("/status/phase").asText()).isEqualTo("Bound");
    assertThat(bound.at("/status/capacity/storage").asText()).isEqualTo("1Gi");
    ObjectNode volume =
        cluster.get(ResourceKinds.PERSISTENT_VOLUME, bound.at("/spec/volumeName").asText());
    assertThat(volume.at("/status/phase").asText()).isEqualTo("Bound");
  }

  @Test
  void bindsNothingBeforeTheFirstPod() {
    cluster.create(ResourceKinds.PERSISTENT_VOLUME_CLAIM, claim("data", ""));
    cluster.advance(10);

    assertThat(phase("data")).isEqualTo("Pending");
    assertThat(cluster.events("WaitForFirstConsumer"))
        .containsExactly("1x waiting for first consumer to be created before binding");
  }

  @Test
  void reportsAClassThatDoesNotExist() {
    cluster.create(ResourceKinds.PERSISTENT_VOLUME_CLAIM, claim("data", "fast"));
    cluster.advance(10);

    assertThat(phase("data")).isEqualTo("Pending");
    assertThat(cluster.events("ProvisioningFailed"))
        .containsExactly("1x storageclass.storage.k8s.io \"fast\" not found");
  }

  @Test
  void keepsAClaimUntilNoPodUsesIt() {
    cluster.create(ResourceKinds.PERSISTENT_VOLUME_CLAIM, claim("data", ""));
    cluster.deploy(with("{'name': 'data', 'persistentVolumeClaim': {'claimName': 'data'}}"));
    cluster.advance(10);
    cluster.store.delete(
        ResourceKinds.PERSISTENT_VOLUME_CLAIM, "default", "data", DeleteOptions.background());
    cluster.advance(10);
    assertThat(phase("data")).isEqualTo("Bound");

    cluster.scale("kubia", 0);
    cluster.advance(10);

    assertThat(cluster.store.list(ResourceKinds.PERSISTENT_VOLUME_CLAIM, "")).isEmpty();
    assertThat(cluster.store.list(ResourceKinds.PERSISTENT_VOLUME, "")).isEmpty();
  }

  private String phase(String claim) {
    return cluster.get(ResourceKinds.PERSISTENT_VOLUME_CLAIM, claim).at("/status/phase").asText();
  }

  private static ObjectNode with(String... volumes) {
    ObjectNode deployment = deployment("kubia", "luksa/kubia:1.0", 1);
    for (String volume : volumes) {
      deployment.withObject("/spec/template/spec").withArray("volumes").add(json(volume));
    }
    return deployment;
  }

  private static ObjectNode named(String name) {
    return json("{'metadata': {'name': '%s', 'namespace': 'default'}}".formatted(name));
  }

  private static ObjectNode claim(String name, String storageClass) {
    ObjectNode claim = named(name);
    claim.set(
        "spec",
        json("{'accessModes': ['ReadWriteOnce'], 'resources': {'requests': {'storage': '1Gi'}}}"));
    if (!storageClass.isEmpty()) {
      claim.withObject("/spec").put("storageClassName", storageClass);
    }
    return claim;
  }
}
