// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roadstead.cluster.ClusterTraits.HostPort;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PortMappingsTest {
  @Test
  void readsHostsAndPorts() {
    assertThat(
            PortMappings.toMap(
                List.of("30080=localhost:8080", " 30443=192.0.2.7:443", "30090=[::1]:9090")))
        .containsEntry(30080, new HostPort("localhost", 8080))
        .containsEntry(30443, new HostPort("192.0.2.7", 443))
        .containsEntry(30090, new HostPort("::1", 9090));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "30080", "30080=8080", "=localhost:80", "99999=a:1", "1=a:0", "1=a b:2"})
  void namesWhatIsNoMapping(String mapping) {
    assertThatThrownBy(() -> PortMappings.toMap(List.of(mapping)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("roadstead.cluster.port-mappings")
        .hasMessageContaining("'" + mapping + "'")
        .hasMessageContaining("30080=localhost:8080");
  }

  @Test
  void refusesTwoPlacesForOneNodePort() {
    assertThatThrownBy(() -> PortMappings.toMap(List.of("30080=a:1", "30080=b:2")))
        .hasMessageContaining("twice");
  }
}
