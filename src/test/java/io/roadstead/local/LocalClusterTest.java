// SPDX-License-Identifier: Apache-2.0
package io.roadstead.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.roadstead.simulation.SimulatedClusterOptions;
import io.roadstead.simulation.store.ResourceKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LocalClusterTest {

  @Test
  void stopsTheStartWhenThereIsNoSuchSystem() {
    LocalCluster local = new LocalCluster(new Chosen("heroku", null));
    assertThatThrownBy(() -> local.check(new StartupEvent()))
        .hasMessageStartingWith("roadstead.simulation.*: There is no system \"heroku\"; there are")
        .hasMessageContaining("docker-desktop/kubeadm, docker-desktop/kind, minikube")
        .hasMessageContaining("digitalocean");
  }

  @Test
  void stopsTheStartWhenTheSystemCannotHaveSoManyNodes() {
    LocalCluster local = new LocalCluster(new Chosen("docker-desktop", 2));
    assertThatThrownBy(() -> local.check(new StartupEvent()))
        .hasMessageContaining("at most 1 node(s), not 2");
  }

  @Test
  void startsTheChosenSystemWithTheChosenNodes() {
    LocalCluster local = new LocalCluster(new Chosen("gke", 2));
    assertThatCode(() -> local.check(new StartupEvent())).doesNotThrowAnyException();
    try {
      assertThat(local.kubeconfig()).contains("gke_demo-project_europe-west1_demo");
      assertThat(local.cluster().store().list(ResourceKinds.NODE, "")).hasSize(2);
    } finally {
      local.stop();
    }
  }

  @Test
  void documentsEverySystem() throws IOException {
    String document = Files.readString(Path.of("docs", "configuration.md"));
    assertThat(SimulatedClusterOptions.systems())
        .allSatisfy(id -> assertThat(document).contains(id.replaceFirst("/.*", "")));
  }

  /** A configuration of a system and, where it says so, a number of nodes. */
  private record Chosen(String name, @Nullable Integer wanted) implements SimulationConfig {
    @Override
    public int port() {
      return 0;
    }

    @Override
    public Optional<String> system() {
      return Optional.of(name);
    }

    @Override
    public Optional<Integer> nodes() {
      return Optional.ofNullable(wanted);
    }

    @Override
    public Optional<String> kubernetesVersion() {
      return Optional.empty();
    }

    @Override
    public double delayFactor() {
      return 1;
    }
  }
}
