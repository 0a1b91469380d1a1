// SPDX-License-Identifier: Apache-2.0
package io.roadstead.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownPropertiesTest {
  @ParameterizedTest
  @CsvSource({
    "roadstead.kubernets.source, roadstead.kubernetes.source",
    "roadstead.kubernetes.contxt, roadstead.kubernetes.context",
    "roadstead.kubernetes.requestTimeout, roadstead.kubernetes.request-timeout",
    "%prod.roadstead.kubernetes.kube-config, roadstead.kubernetes.kubeconfig",
    "roadstead.http.allowed-host, roadstead.http.allowed-hosts"
  })
  void namesAPropertyThatDoesNotExistAndTheNearestOne(String name, String nearest) {
    assertThat(UnknownProperties.problem(Map.of(name, "application.properties"), Map.of()))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .contains(name.replace("%prod.", ""), "application.properties", nearest + "?"));
  }

  @Test
  void suggestsNothingThatIsQuiteAnotherProperty() {
    assertThat(UnknownProperties.problem(Map.of("roadstead.foo", "a test"), Map.of()))
        .contains(
            "There is no property roadstead.foo, which is set in a test. docs/configuration.md lists"
                + " those that exist.");
  }

  @ParameterizedTest
  @CsvSource({
    "ROADSTEAD_KUBERNETES_CONTXT, ROADSTEAD_KUBERNETES_CONTEXT",
    "ROADSTEAD_SIMULATIN_PORT, ROADSTEAD_SIMULATION_PORT",
    "ROADSTEAD_HTTP_ALLOWED_HOST, ROADSTEAD_HTTP_ALLOWED_HOSTS"
  })
  void namesAVariableThatDoesNotExistAndTheNearestOne(String name, String nearest) {
    assertThat(UnknownProperties.problem(Map.of(), Map.of(name, "x")))
        .hasValueSatisfying(text -> assertThat(text).contains(name, nearest + "?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roadstead.kubernetes.context",
        "roadstead.http.allowed-hosts",
        "roadstead.http.allowed-hosts[0]",
        "%dev.roadstead.simulation.port",
        "quarkus.http.port",
        "roadsteadily"
      })
  void takesPropertiesThatExist(String name) {
    assertThat(UnknownProperties.problem(Map.of(name, "x"), Map.of())).isEmpty();
  }

  @Test
  void takesVariablesThatExistAndThoseOfKubernetes() {
    Map<String, String> environment =
        Map.of(
            "ROADSTEAD_KUBERNETES_CONTEXT", "kind",
            "ROADSTEAD_HTTP_ALLOWED_HOSTS_0_", "a",
            "ROADSTEAD_SERVICE_HOST", "10.0.0.1",
            "ROADSTEAD_SERVICE_PORT", "80",
            "ROADSTEAD_SERVICE_PORT_HTTP", "80",
            "ROADSTEAD_PORT", "tcp://10.0.0.1:80",
            "ROADSTEAD_PORT_80_TCP_ADDR", "10.0.0.1",
            "ROADSTEAD_CANARY_SERVICE_HOST", "10.0.0.2");

    assertThat(UnknownProperties.problem(Map.of(), environment)).isEmpty();
  }
}
