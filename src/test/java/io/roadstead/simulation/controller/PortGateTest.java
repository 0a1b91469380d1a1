// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import static io.roadstead.simulation.controller.ControllersFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.system.Systems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PortGateTest {
  private final RecordingPorts ports = new RecordingPorts();
  private final ControllersFixture cluster =
      new ControllersFixture(
          new LoadBalancerBehavior(Systems.named("docker-desktop").balancer()), ports);

  @Test
  void saysWhatToDoAboutAPortThatMayNotBeOpenedAndTriesAgain() {
    ports.answer = ServicePorts.Outcome.FORBIDDEN;
    cluster.create(ResourceKinds.SERVICE, service());
    cluster.advance(4);
    assertThat(cluster.events("PortNotAllowed"))
        .singleElement()
        .asString()
        .startsWith("2x Not all of the ports [80]")
        .endsWith("choose ports above 1023.");
    assertThat(address()).isEmpty();
    ports.answer = ServicePorts.Outcome.OPEN;
    cluster.advance(4);
    assertThat(address()).isEqualTo("localhost");
  }

  @Test
  void saysNothingOnTheServiceAboutAPortThatIsTaken() {
    ports.answer = ServicePorts.Outcome.TAKEN;
    cluster.create(ResourceKinds.SERVICE, service());
    cluster.advance(10);
    assertThat(address()).isEmpty();
    assertThat(cluster.store.list(ResourceKinds.EVENT, "default")).isEmpty();
    assertThat(ports.wishes).hasSizeGreaterThan(2).allMatch(Set.of(80)::equals);
  }

  @Test
  void opensPortsOfTcpOnly() {
    ports.answer = ServicePorts.Outcome.OPEN;
    ObjectNode service = service();
    service
        .withObject("/spec")
        .withArray("ports")
        .addObject()
        .put("name", "dns")
        .put("port", 53)
        .put("protocol", "UDP");
    cluster.create(ResourceKinds.SERVICE, service);
    cluster.advance(2);
    assertThat(ports.wishes).containsExactly(Set.of(80));
  }

  private String address() {
    return cluster
        .get(ResourceKinds.SERVICE, "kubia")
        .at("/status/loadBalancer/ingress/0/hostname")
        .asText();
  }

  private static ObjectNode service() {
    return json(
        """
        {'metadata': {'name': 'kubia', 'namespace': 'default'},
         'spec': {'type': 'LoadBalancer', 'selector': {'app': 'kubia'},
          'ports': [{'name': 'http', 'port': 80, 'targetPort': 8080}]}}
        """);
  }

  /** Ports that are not there: answers as it is told, and remembers what it was asked for. */
  private static final class RecordingPorts implements ServicePorts {
    private final List<Set<Integer>> wishes = new ArrayList<>();
    private Outcome answer = Outcome.OPEN;

    @Override
    public void open(String owner, Set<Integer> wanted, Consumer<Outcome> then) {
      wishes.add(wanted);
      then.accept(answer);
    }

    @Override
    public void route(String owner, Map<Integer, List<String>> hosts) {}

    @Override
    public void close(String owner) {}

    @Override
    public void close() {}
  }
}
