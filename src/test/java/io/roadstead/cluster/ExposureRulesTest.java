// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.roadstead.cluster.Address.Audience;
import io.roadstead.cluster.Address.Grade;
import io.roadstead.cluster.Address.Rung;
import io.roadstead.cluster.ServiceFacts.Balancer;
import io.roadstead.cluster.ServiceFacts.Ingress;
import io.roadstead.cluster.ServiceFacts.Port;
import io.roadstead.cluster.ServiceFacts.ProviderEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExposureRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final NodeFacts PRIVATE_NODE =
      new NodeFacts("node-1", List.of("192.168.49.2"), List.of());
  private static final NodeFacts PUBLIC_NODE =
      new NodeFacts("node-2", List.of("10.0.0.2"), List.of("203.0.113.9"));

  @Test
  void givesNameAndIpsInTheClusterWhenInternal() {
    ExposureStatus status = status(service(ExposureType.INTERNAL));

    assertThat(status.state()).isEqualTo(ExposureState.ADDRESSED);
    assertThat(status.rung()).isEqualTo(Rung.CLUSTER_IP);
    assertThat(status.addresses())
        .extracting(Address::url)
        .containsExactly(
            "http://kubia.default.svc.cluster.local:80",
            "http://10.96.0.5:80",
            "http://[fd00::5]:80");
    assertThat(status.addresses()).allMatch(found -> found.audience() == Audience.IN_CLUSTER);
  }

  @Test
  void saysThatNothingIsReadyBehindAnAddress() {
    ExposureStatus status =
        status(service(ExposureType.INTERNAL, List.of(), true, null, NOW, 0), List.of());

    assertThat(status.state()).isEqualTo(ExposureState.NO_READY_BACKENDS);
    assertThat(status.remedy()).isNotNull();
    assertThat(status.addresses()).isNotEmpty();
  }

  @Test
  void gradesPublicAndPrivateNodes() {
    ExposureStatus status = status(service(ExposureType.NODE_PORT));

    assertThat(status.rung()).isEqualTo(Rung.NODE_PORT);
    assertThat(status.addresses())
        .filteredOn(found -> found.rung() == Rung.NODE_PORT)
        .extracting(Address::url, Address::audience, Address::grade)
        .containsExactly(
            tuple("http://203.0.113.9:30080", Audience.PUBLIC, Grade.NEEDS_FIREWALL_RULE),
            tuple(
                "http://192.168.49.2:30080", Audience.PRIVATE_NETWORK, Grade.PRIVATE_NETWORK_ONLY),
            tuple("http://10.0.0.2:30080", Audience.PRIVATE_NETWORK, Grade.PRIVATE_NETWORK_ONLY));
  }

  @Test
  void doesNotCallAnInternalAddressExternalWhenAProviderRepeatsIt() {
    NodeFacts repeated = new NodeFacts("node", List.of("10.0.0.3"), List.of("10.0.0.3"));

    ExposureStatus status = status(service(ExposureType.NODE_PORT), List.of(repeated));

    assertThat(status.addresses())
        .filteredOn(found -> found.rung() == Rung.NODE_PORT)
        .extracting(Address::host)
        .containsExactly("10.0.0.3");
  }

  @Test
  void asksForANodeWhenNoneIsReady() {
    ExposureStatus status = status(service(ExposureType.NODE_PORT), List.of());

    assertThat(status.state()).isEqualTo(ExposureState.REQUESTED);
    assertThat(status.rung()).isEqualTo(Rung.CLUSTER_IP);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, '', http://203.0.113.7:80, PUBLIC, REACHABLE",
    "172.18.0.4, '', http://172.18.0.4:80, PRIVATE_NETWORK, PRIVATE_NETWORK_ONLY",
    "'', abc.elb.amazonaws.com, http://abc.elb.amazonaws.com:80, PUBLIC, REACHABLE",
    "'', internal-abc.elb.amazonaws.com, http://internal-abc.elb.amazonaws.com:80,"
        + " PRIVATE_NETWORK, PRIVATE_NETWORK_ONLY",
    "'', localhost, http://localhost:80, LOCAL_MACHINE, REACHABLE",
    "2001:db8::7, '', http://[2001:db8::7]:80, PUBLIC, REACHABLE",
  })
  void givesTheAddressOfTheLoadBalancer(
      String ip, String hostname, String url, Audience audience, Grade grade) {
    ExposureStatus status =
        status(
            service(
                ExposureType.LOAD_BALANCER,
                List.of(new Ingress(ip, hostname)),
                true,
                null,
                NOW,
                3));

    assertThat(status.state()).isEqualTo(ExposureState.ADDRESSED);
    assertThat(status.rung()).isEqualTo(Rung.LOAD_BALANCER);
    Address first = status.addresses().get(0);
    assertThat(first.url()).isEqualTo(url);
    assertThat(first.audience()).isEqualTo(audience);
    assertThat(first.grade()).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({
    "5, false, , false, REQUESTED",
    "31, false, , false, NO_PROVIDER",
    "31, true, , false, PROVISIONING",
    "31, false, , true, PROVISIONING",
    "5, true, 'no subnet', false, PROVISIONING_FAILED",
  })
  void tellsWhyTheLoadBalancerIsPending(
      int secondsAgo,
      boolean takenUp,
      @Nullable String failure,
      boolean emptyEntry,
      ExposureState expected) {
    List<Ingress> ingress = emptyEntry ? List.of(new Ingress("", "")) : List.of();
    ExposureStatus status =
        status(
            service(
                ExposureType.LOAD_BALANCER,
                ingress,
                takenUp,
                failure,
                NOW.minusSeconds(secondsAgo),
                3));

    assertThat(status.state()).isEqualTo(expected);
    assertThat(status.rung()).isEqualTo(Rung.CLUSTER_IP);
    if (failure != null) {
      assertThat(status.message()).contains("no subnet");
    }
  }

  @Test
  void fallsBackToNodePortsWhenExternalFindsNoProvider() {
    ExposureStatus waiting =
        status(service(ExposureType.EXTERNAL, List.of(), false, null, NOW.minusSeconds(3), 3));
    ExposureStatus settled =
        status(service(ExposureType.EXTERNAL, List.of(), false, null, NOW.minusSeconds(60), 3));

    assertThat(waiting.state()).isEqualTo(ExposureState.REQUESTED);
    assertThat(waiting.rung()).isEqualTo(Rung.NODE_PORT);
    assertThat(settled.state()).isEqualTo(ExposureState.ADDRESSED);
    assertThat(settled.rung()).isEqualTo(Rung.NODE_PORT);
    assertThat(settled.remedy()).contains("load balancer implementation");
  }

  @Test
  void saysThatNodesMayNotBeListedInsteadOfMissingThem() {
    var blind =
        new ClusterTraits(ClusterSystem.GKE, null, false, false, Availability.BUILT_IN, Map.of());

    ExposureStatus status =
        ExposureRules.status(
            service(ExposureType.NODE_PORT), List.of(), blind, Reachability.NONE, NOW);

    assertThat(status.state()).isEqualTo(ExposureState.REQUESTED);
    assertThat(status.message()).contains("cannot list the nodes");
    assertThat(status.remedy()).contains("list nodes");
  }

  @Test
  void doesNotSayThatThereIsNoProviderWhereThatIsNotKnown() {
    ExposureStatus status =
        status(
            service(ExposureType.LOAD_BALANCER, List.of(), false, null, NOW.minusSeconds(60), 3));

    assertThat(status.state()).isEqualTo(ExposureState.NO_PROVIDER);
    assertThat(status.message()).contains("after 60 s").contains("cannot tell");
  }

  @Test
  void isReachableWhenAnAddressOfTheBestRungAnswers() {
    ExposureStatus status = tried(ExposureType.LOAD_BALANCER, Reachability.Outcome.ANSWERED);

    assertThat(status.state()).isEqualTo(ExposureState.REACHABLE);
    assertThat(status.message()).contains("http://203.0.113.7:80").contains(NOW.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "NAME_UNKNOWN, does not resolve yet",
    "REFUSED, refused the connection",
    "SILENT, did not respond in time",
  })
  void saysWhatCameOfAnAttemptAtAnAddress(Reachability.Outcome outcome, String words) {
    ExposureStatus status = tried(ExposureType.LOAD_BALANCER, outcome);

    assertThat(status.state()).isEqualTo(ExposureState.ADDRESSED);
    assertThat(status.message()).contains("http://203.0.113.7:80").contains(words);
  }

  @Test
  void saysNothingOfAttemptsThatCanOnlyFailFromElsewhere() {
    ExposureStatus status = tried(ExposureType.INTERNAL, Reachability.Outcome.NAME_UNKNOWN);

    assertThat(status.message()).isEqualTo("The app is exposed inside the cluster.");
  }

  @ParameterizedTest
  @CsvSource({
    "http, 9000, TCP, http",
    "https-admin, 9000, TCP, https",
    "web, 80, TCP, http",
    "grpc, 443, TCP, tcp",
    ", 443, TCP, https",
    ", 8080, TCP, http",
    ", 5432, TCP, tcp",
    "dns, 53, UDP, udp",
    "http, 80, SCTP, sctp",
  })
  void guessesTheSchemeFromNameAndNumber(
      @Nullable String name, int port, Protocol protocol, String scheme) {
    assertThat(Schemes.of(name, port, protocol)).isEqualTo(scheme);
  }

  private static ExposureStatus tried(ExposureType type, Reachability.Outcome outcome) {
    return ExposureRules.status(
        service(type, List.of(new Ingress("203.0.113.7", "")), true, null, NOW, 3),
        List.of(),
        ClusterTraits.UNKNOWN,
        address -> new Reachability.Attempt(outcome, NOW),
        NOW);
  }

  private static ExposureStatus status(ServiceFacts service) {
    return status(service, List.of(PRIVATE_NODE, PUBLIC_NODE));
  }

  private static ExposureStatus status(ServiceFacts service, List<NodeFacts> nodes) {
    return ExposureRules.status(service, nodes, ClusterTraits.UNKNOWN, Reachability.NONE, NOW);
  }

  private static ServiceFacts service(ExposureType type) {
    return service(type, List.of(), true, null, NOW, 3);
  }

  private static ServiceFacts service(
      ExposureType type,
      List<Ingress> ingress,
      boolean takenUp,
      @Nullable String failure,
      Instant askedAt,
      int ready) {
    return new ServiceFacts(
        "kubia",
        "default",
        type,
        List.of(new Port("http", 80, Protocol.TCP, 30080)),
        List.of("10.96.0.5", "fd00::5"),
        new Balancer(askedAt, takenUp, failures(failure), null, Map.of(), ingress),
        ready);
  }

  private static List<ProviderEvent> failures(@Nullable String message) {
    return message == null
        ? List.of()
        : List.of(new ProviderEvent("SyncLoadBalancerFailed", message, "service-controller", NOW));
  }
}
