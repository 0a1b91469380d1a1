// SPDX-License-Identifier: Apache-2.0
package io.roadstead.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.kubernetes.client.KubernetesConfig.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExposedAddressWarningTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, AUTO, true",
    "::, IN_CLUSTER, true",
    "10.0.0.7, KUBECONFIG, true",
    "127.example.com, KUBECONFIG, true",
    "localhost, KUBECONFIG, false",
    "127.0.0.1, AUTO, false",
    "::1, AUTO, false",
    "0.0.0.0, SIMULATED, false",
  })
  void warnsWhenOthersReachARealCluster(String host, Source source, boolean warned) {
    assertThat(ExposedAddressWarning.warning(host, source)).matches(w -> w.isPresent() == warned);
  }

  @Test
  void namesTheSettingAndTheRemedy() {
    assertThat(ExposedAddressWarning.warning("0.0.0.0", Source.AUTO))
        .hasValueSatisfying(
            text -> assertThat(text).contains("quarkus.http.host is '0.0.0.0'", "127.0.0.1"));
  }
}
