// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.Clusters.kubeconfig;
import static io.roadstead.cluster.Clusters.node;
import static io.roadstead.cluster.Services.CLUSTER_IP;
import static io.roadstead.cluster.Services.balanced;
import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.cluster.Address.Audience;
import io.roadstead.cluster.Address.Grade;
import io.roadstead.cluster.Address.Rung;
import io.roadstead.cluster.ClusterTraits.HostPort;
import io.roadstead.cluster.SystemFixture.Expected;
import io.roadstead.cluster.SystemFixture.Place;
import io.roadstead.cluster.SystemFixture.Report;
import io.roadstead.cluster.SystemFixture.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where an app is reached on each system, and what has to be done before. */
final class SystemAddressesTest {
  private static final Duration A_WHILE = Duration.ofSeconds(31);

  @ParameterizedTest
  @MethodSource("io.roadstead.cluster.SystemFixture#all")
  void givesTheAddressOfTheLoadBalancer(SystemFixture fixture) {
    String[] hosts =
        fixture.service().ingress(CLUSTER_IP).stream()
            .map(entry -> entry.getIp() == null ? entry.getHostname() : entry.getIp())
            .toArray(String[]::new);

    ExposureStatus status =
        balanced().claimed().ingress(hosts).status(traitsOf(fixture), fixture.nodeFacts());

    assertThat(status.state()).isEqualTo(ExposureState.ADDRESSED);
    assertThat(status.rung()).isEqualTo(Rung.LOAD_BALANCER);
    assertFirst(status, fixture.expected().balancer());
  }

  @ParameterizedTest
  @MethodSource("io.roadstead.cluster.SystemFixture#all")
  void givesTheAddressOfANode(SystemFixture fixture) {
    ExposureStatus status =
        Services.of(ExposureType.NODE_PORT).status(traitsOf(fixture), fixture.nodeFacts());

    assertThat(status.state()).isEqualTo(ExposureState.ADDRESSED);
    assertThat(status.rung()).isEqualTo(Rung.NODE_PORT);
    assertThat(status.addresses().get(0).port()).isEqualTo(30080);
    assertFirst(status, fixture.expected().nodePort());
  }

  @ParameterizedTest
  @MethodSource("io.roadstead.cluster.SystemFixture#all")
  void saysWhatItWaitsForWhenNobodyHasTakenTheServiceUp(SystemFixture fixture) {
    ExposureStatus status =
        balanced().waiting(A_WHILE).status(traitsOf(fixture), fixture.nodeFacts());

    Step pending = fixture.expected().pending();
    assertThat(status.state()).isEqualTo(pending.state());
    assertThat(status.remedy()).contains(pending.remedy());
    assertThat(status.rung()).isEqualTo(Rung.CLUSTER_IP);
  }

  @ParameterizedTest
  @MethodSource("failing")
  void passesOnWhyTheLoadBalancerCouldNotBeMade(SystemFixture fixture) {
    Report failure = Objects.requireNonNull(fixture.failure());
    List<ServiceFacts.ProviderEvent> said =
        Stream.ofNullable(failure.events())
            .flatMap(List::stream)
            .map(e -> Services.event(e.reason(), e.message(), e.source().component(), 5))
            .toList();
    ServiceFacts.ProviderEvent last = said.get(said.size() - 1);

    ExposureStatus status =
        balanced().waiting(A_WHILE).said(last).status(traitsOf(fixture), fixture.nodeFacts());

    Step expected = Objects.requireNonNull(fixture.expected().failing());
    assertThat(status.state()).isEqualTo(expected.state());
    assertThat(status.message()).contains(last.message());
    assertThat(status.remedy()).contains(expected.remedy());
  }

  static Stream<SystemFixture> failing() {
    return SystemFixture.all().filter(fixture -> fixture.failure() != null);
  }

  @ParameterizedTest
  @CsvSource({
    "networking.gke.io/load-balancer-type, Internal, GKE",
    "cloud.google.com/load-balancer-type, internal, GKE",
    "service.beta.kubernetes.io/aws-load-balancer-internal, true, EKS",
    "service.beta.kubernetes.io/aws-load-balancer-scheme, internal, EKS",
    "service.beta.kubernetes.io/azure-load-balancer-internal, true, AKS",
    "service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type, private, IBM_IKS",
    "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type, intranet, ALIBABA_ACK",
    "service.beta.kubernetes.io/oci-load-balancer-internal, true, OKE",
  })
  void callsAnInternalLoadBalancerPrivateWhateverItsAddress(
      String annotation, String value, ClusterSystem system) {
    ExposureStatus status =
        balanced()
            .claimed()
            .annotation(annotation, value)
            .ingress("lb.example.com")
            .status(Services.traits(system, Availability.BUILT_IN));

    Address first = status.addresses().get(0);
    assertThat(first.audience()).isEqualTo(Audience.PRIVATE_NETWORK);
    assertThat(first.grade()).isEqualTo(Grade.PRIVATE_NETWORK_ONLY);
  }

  @ParameterizedTest
  @CsvSource({
    "service.k8s.aws/nlb, , PRIVATE_NETWORK",
    "eks.amazonaws.com/nlb, , PRIVATE_NETWORK",
    "service.k8s.aws/nlb, internet-facing, PUBLIC",
    "eks.amazonaws.com/nlb, internal, PRIVATE_NETWORK",
    "example.com/other, , PUBLIC",
  })
  void knowsWhichClassesOfAwsAreInternalByDefault(
      String balancerClass, @Nullable String scheme, Audience expected) {
    Services service =
        balanced()
            .claimed()
            .balancerClass(balancerClass)
            .ingress("k8s-default-kubia-0123456789-0123456789abcdef.elb.us-west-2.amazonaws.com");
    if (scheme != null) {
      service.annotation("service.beta.kubernetes.io/aws-load-balancer-scheme", scheme);
    }

    ExposureStatus status =
        service.status(Services.traits(ClusterSystem.EKS, Availability.BUILT_IN));

    assertThat(status.addresses().get(0).audience()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://192.168.49.2:8443, 6.8.0-60-generic, REACHABLE",
    "https://127.0.0.1:55497, 6.8.0-60-generic, NEEDS_TUNNEL",
    "https://localhost:55497, 6.8.0-60-generic, NEEDS_TUNNEL",
    "https://192.168.49.2:8443, 6.10.14-linuxkit, NEEDS_TUNNEL",
  })
  void leadsThroughATunnelToAMinikubeThatIsBehindAForwardedPort(
      String server, String kernel, Grade expected) {
    ClusterFingerprint cluster =
        Clusters.of(node("minikube").label("minikube.k8s.io/name", "minikube").kernel(kernel))
            .kubeconfig(kubeconfig("minikube", "minikube", server, "minikube"))
            .build();

    Address first = nodePort(cluster, Map.of(), "192.168.49.2").addresses().get(0);

    assertThat(first.grade()).isEqualTo(expected);
    if (expected == Grade.NEEDS_TUNNEL) {
      assertThat(first.remedy()).isEqualTo("minikube service kubia --namespace default --url");
    }
  }

  @Test
  void doesNotOfferTheAddressThatEveryUserModeNetworkHas() {
    ClusterFingerprint cluster = SystemFixture.load("minikube").fingerprint();

    Address first = nodePort(cluster, Map.of(), "10.0.2.15").addresses().get(0);

    assertThat(first.grade()).isEqualTo(Grade.NEEDS_TUNNEL);
    assertThat(first.remedy()).startsWith("minikube service kubia");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, LOCAL_MACHINE, REACHABLE",
    "192.168.1.7, PRIVATE_NETWORK, PRIVATE_NETWORK_ONLY",
    "kind.example.com, PUBLIC, REACHABLE",
    "::1, LOCAL_MACHINE, REACHABLE",
  })
  void prefersAPublishedPortOfTheConfiguration(String host, Audience audience, Grade grade) {
    ClusterFingerprint cluster = SystemFixture.load("k3d").fingerprint();

    ExposureStatus status =
        nodePort(cluster, Map.of(30080, new HostPort(host, 8080)), "172.18.0.2");

    Address first = status.addresses().get(0);
    assertThat(first.url()).isEqualTo("http://" + Hosts.inUrl(host) + ":8080");
    assertThat(first.audience()).isEqualTo(audience);
    assertThat(first.grade()).isEqualTo(grade);
    assertThat(first.why()).contains("roadstead.cluster.port-mappings");
    assertThat(status.addresses().get(1).host()).isEqualTo("172.18.0.2");
  }

  @Test
  void givesAPlaceOnceWhenAMappingNamesWhatIsForwardedAnyhow() {
    ClusterFingerprint cluster = SystemFixture.load("docker-desktop-kubeadm").fingerprint();

    ExposureStatus status =
        nodePort(cluster, Map.of(30080, new HostPort("localhost", 30080)), "192.168.65.3");

    assertThat(status.addresses())
        .filteredOn(found -> found.rung() == Rung.NODE_PORT)
        .extracting(Address::url)
        .containsExactly("http://localhost:30080");
  }

  @Test
  void ignoresAMappingOfAnotherPort() {
    ClusterFingerprint cluster = SystemFixture.load("kind").fingerprint();

    ExposureStatus status =
        nodePort(cluster, Map.of(30999, new HostPort("localhost", 8080)), "172.18.0.2");

    assertThat(status.addresses()).extracting(Address::host).doesNotContain("localhost");
  }

  @ParameterizedTest
  @CsvSource({
    "10.96.0.5, , '192.168.10.150'",
    "fd00::5, , 'fd00:10::150'",
    "10.96.0.5, fd00::5, '192.168.10.150 fd00:10::150'",
  })
  void givesNodeAddressesOfTheServicesOwnFamiliesOnly(
      String first, @Nullable String second, String expected) {
    Services service = Services.of(ExposureType.NODE_PORT);
    service.clusterIps(Stream.of(first, second).filter(Objects::nonNull).toArray(String[]::new));
    var node = new NodeFacts("n", List.of("192.168.10.150", "fd00:10::150"), List.of());

    ExposureStatus status =
        service.status(Services.traits(ClusterSystem.KUBEADM, Availability.NONE), List.of(node));

    assertThat(status.addresses())
        .filteredOn(found -> found.rung() == Rung.NODE_PORT)
        .extracting(Address::host)
        .containsExactly(expected.split(" "));
  }

  @Test
  void doesNotCallTheRepeatedAddressOfAnIbmVpcWorkerExternal() {
    SystemFixture vpc = SystemFixture.load("ibm-iks-vpc");

    ExposureStatus status =
        Services.of(ExposureType.NODE_PORT).status(traitsOf(vpc), vpc.nodeFacts());

    assertThat(status.addresses())
        .filteredOn(found -> found.rung() == Rung.NODE_PORT)
        .allMatch(found -> found.audience() == Audience.PRIVATE_NETWORK)
        .extracting(Address::host)
        .containsExactly("10.240.0.5", "10.240.64.6");
  }

  @ParameterizedTest
  @CsvSource({
    "kubeadm, ADDRESSED, NODE_PORT",
    "kind, ADDRESSED, NODE_PORT",
    "minikube, ADDRESSED, NODE_PORT",
    "gke, REQUESTED, NODE_PORT",
  })
  void fallsBackToANodePortWhenExternalFindsNoLoadBalancer(
      String id, ExposureState state, Rung rung) {
    SystemFixture fixture = SystemFixture.load(id);

    ExposureStatus status =
        Services.of(ExposureType.EXTERNAL)
            .waiting(A_WHILE)
            .status(traitsOf(fixture), fixture.nodeFacts());

    assertThat(status.state()).isEqualTo(state);
    assertThat(status.rung()).isEqualTo(rung);
    assertThat(status.remedy()).contains(fixture.expected().pending().remedy());
  }

  @Test
  void doesNotCallANodePortThatNeedsATunnelAnAddressOfExternal() {
    ClusterFingerprint cluster =
        Clusters.of(node("kind").provider("kind://docker/kind/kind").kernel("6.10.14-linuxkit"))
            .build();

    ExposureStatus status =
        Services.of(ExposureType.EXTERNAL)
            .waiting(A_WHILE)
            .status(
                traits(cluster, Map.of()),
                List.of(new NodeFacts("kind", List.of("172.18.0.2"), List.of())));

    assertThat(status.state()).isEqualTo(ExposureState.NO_PROVIDER);
    assertThat(status.remedy()).contains("cloud-provider-kind");
  }

  private static void assertFirst(ExposureStatus status, Place expected) {
    Address first = status.addresses().get(0);
    assertThat(first.host()).isEqualTo(expected.host(CLUSTER_IP));
    assertThat(first.url()).startsWith("http://" + expected.host(CLUSTER_IP) + ":");
    assertThat(first.audience()).isEqualTo(expected.audience());
    assertThat(first.grade()).isEqualTo(expected.grade());
    assertThat(first.why()).isNotBlank();
    if (expected.remedy() == null) {
      assertThat(first.remedy()).isNull();
    } else {
      assertThat(first.remedy()).contains(expected.remedy());
    }
  }

  private static ExposureStatus nodePort(
      ClusterFingerprint cluster, Map<Integer, HostPort> mappings, String nodeIp) {
    return Services.of(ExposureType.NODE_PORT)
        .status(traits(cluster, mappings), List.of(new NodeFacts("n", List.of(nodeIp), List.of())));
  }

  private static ClusterTraits traitsOf(SystemFixture fixture) {
    ClusterTraits found = traits(fixture.fingerprint(), Map.of());
    Expected expected = fixture.expected();
    assertThat(found.loadBalancer()).isEqualTo(expected.loadBalancer());
    return found;
  }

  private static ClusterTraits traits(ClusterFingerprint cluster, Map<Integer, HostPort> mappings) {
    Recognition recognition = Recognizer.recognize(cluster);
    var none = new ApiSurvey.Classes(List.of(), null);
    var survey = new ApiSurvey(Set.of(), null, false, none, none, null);
    Capability balancer = Capabilities.of(recognition, cluster, survey).loadBalancer();
    return ClusterTraits.of(recognition, cluster, balancer, mappings);
  }
}
