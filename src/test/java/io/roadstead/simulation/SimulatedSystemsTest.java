// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.controller.ManualSimulationClock;
import io.roadstead.simulation.controller.SimulationClock;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.WriteOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds each simulated system to what is known of the real one. */
class SimulatedSystemsTest {
  private static final WriteOptions TEST = WriteOptions.by("test");
  private static final String STANDARD = "service.kubernetes.io/load-balancer-cleanup";
  private static final List<String> ENSURED =
      List.of("EnsuringLoadBalancer", "EnsuredLoadBalancer");

  /**
   * What a system must look like.
   *
   * @param nodes how many there are by default
   * @param name of the first node, as a pattern
   * @param label of the first node
   * @param addresses the first node's, as type=pattern
   * @param roles of the first node
   * @param ingress the addresses of a balancer, as field=pattern; empty for none at all
   */
  private record Expected(
      String id,
      String version,
      int nodes,
      String name,
      String providerId,
      String label,
      List<String> addresses,
      List<String> roles,
      String finalizer,
      List<String> events,
      List<String> ingress) {
    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Expected> systems() {
    List<String> nothing = List.of();
    return Stream.of(
        new Expected(
            "docker-desktop/kubeadm",
            "v1.34.1",
            1,
            "docker-desktop",
            "",
            "",
            List.of("InternalIP=192\\.168\\.65\\.3", "Hostname=docker-desktop"),
            List.of("control-plane"),
            "",
            nothing,
            List.of("hostname=localhost")),
        new Expected(
            "docker-desktop/kind",
            "v1.36.1",
            1,
            "desktop-control-plane",
            "kind://docker/desktop/desktop-control-plane",
            "",
            List.of("InternalIP=172\\.18\\.0\\.3", "Hostname=desktop-control-plane"),
            List.of("control-plane"),
            STANDARD,
            ENSURED,
            List.of("ip=172\\.18\\.0\\.254", "ipMode=Proxy")),
        new Expected(
            "minikube",
            "v1.35.1",
            1,
            "minikube",
            "",
            "minikube.k8s.io/name=minikube",
            List.of("InternalIP=192\\.168\\.49\\.2", "Hostname=minikube"),
            List.of("control-plane"),
            "",
            nothing,
            nothing),
        new Expected(
            "kind",
            "v1.33.1",
            1,
            "kind-control-plane",
            "kind://docker/kind/kind-control-plane",
            "",
            List.of("InternalIP=172\\.18\\.0\\.2", "Hostname=kind-control-plane"),
            List.of("control-plane"),
            "",
            nothing,
            nothing),
        new Expected(
            "kubeadm",
            "v1.35.3",
            3,
            "kube-cp-1",
            "",
            "node.kubernetes.io/exclude-from-external-load-balancers=",
            List.of("InternalIP=192\\.168\\.10\\.150", "Hostname=kube-cp-1"),
            List.of("control-plane"),
            "",
            nothing,
            nothing),
        new Expected(
            "gke",
            "v1.34.11-gke.1044000",
            3,
            "gke-demo-default-pool-d2beeabd-[0-9a-z]{4}",
            "gce://demo-project/europe-west1-b/gke-demo-default-pool-d2beeabd-",
            "cloud.google.com/gke-nodepool=default-pool",
            List.of(
                "InternalIP=10\\.5\\.1\\.11", "ExternalIP=198\\.51\\.100\\.11", "Hostname=gke-.*"),
            nothing,
            STANDARD,
            ENSURED,
            List.of("ip=203\\.0\\.113\\.1", "ipMode=VIP")),
        new Expected(
            "eks",
            "v1.34.11-eks-cfb47f5",
            2,
            "ip-10-0-1-11\\.ec2\\.internal",
            "aws:///us-east-1a/i-0",
            "eks.amazonaws.com/nodegroup=demo-on-demand",
            List.of(
                "InternalIP=10\\.0\\.1\\.11",
                "ExternalIP=198\\.51\\.100\\.11",
                "InternalDNS=ip-10-0-1-11\\.ec2\\.internal",
                "Hostname=ip-10-0-1-11\\.ec2\\.internal",
                "ExternalDNS=ec2-198-51-100-11\\.compute-1\\.amazonaws\\.com"),
            nothing,
            STANDARD,
            ENSURED,
            List.of("hostname=a[0-9a-f]{31}-\\d{10}\\.us-east-1\\.elb\\.amazonaws\\.com")),
        new Expected(
            "aks",
            "v1.34.8",
            3,
            "aks-nodepool1-42603833-vmss000000",
            "azure:///subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/",
            "kubernetes.azure.com/cluster=MC_demo-rg_demo_eastus2",
            List.of("InternalIP=10\\.224\\.0\\.4", "Hostname=aks-.*"),
            nothing,
            STANDARD,
            ENSURED,
            List.of("ip=203\\.0\\.113\\.1", "ipMode=VIP")),
        new Expected(
            "ibm-iks/classic",
            "v1.35.9+IKS",
            3,
            "10\\.194\\.178\\.11",
            "ibm://0123456789abcdef0123456789abcdef///bsudhljf0rbvej5nb690/kube-",
            "ibm-cloud.kubernetes.io/iaas-provider=softlayer",
            List.of(
                "InternalIP=10\\.194\\.178\\.11",
                "ExternalIP=198\\.51\\.100\\.11",
                "Hostname=10\\.194\\.178\\.11"),
            nothing,
            STANDARD,
            ENSURED,
            List.of("ip=203\\.0\\.113\\.1", "ipMode=VIP")),
        new Expected(
            "ibm-iks/vpc-gen2",
            "v1.35.9+IKS",
            3,
            "10\\.240\\.0\\.11",
            "ibm://0123456789abcdef0123456789abcdef///c9bk2o1d0rvmt8a5nb7g/kube-",
            "ibm-cloud.kubernetes.io/iaas-provider=g2",
            List.of(
                "InternalIP=10\\.240\\.0\\.11",
                "ExternalIP=10\\.240\\.0\\.11",
                "Hostname=10\\.240\\.0\\.11"),
            nothing,
            STANDARD,
            List.of(
                "EnsuringLoadBalancer",
                "EnsuredLoadBalancer",
                "CreatingCloudLoadBalancerFailed",
                "SyncLoadBalancerFailed",
                "CloudVPCLoadBalancerNormalEvent"),
            List.of("hostname=[0-9a-f]{8}-us-south\\.lb\\.appdomain\\.cloud")),
        new Expected(
            "alibaba-ack",
            "v1.34.10-aliyun.1",
            3,
            "cn-hangzhou\\.10\\.0\\.0\\.11",
            "cn-hangzhou.i-bp1",
            "ack.aliyun.com=ca133aaf80fd542038acda778fbbf93a1",
            List.of("InternalIP=10\\.0\\.0\\.11", "Hostname=cn-hangzhou\\.10\\.0\\.0\\.11"),
            nothing,
            "service.k8s.alibaba/resources",
            List.of("EnsuredLoadBalancer"),
            List.of("ip=203\\.0\\.113\\.1", "ipMode=VIP")),
        new Expected(
            "k3s",
            "v1.32.4+k3s1",
            1,
            "k3s-1",
            "k3s://k3s-1",
            "node.kubernetes.io/instance-type=k3s",
            List.of("InternalIP=192\\.168\\.20\\.11", "Hostname=k3s-1"),
            List.of("control-plane"),
            STANDARD,
            List.of("EnsuringLoadBalancer", "AppliedDaemonSet", "UpdatedLoadBalancer"),
            List.of("ip=192\\.168\\.20\\.11", "ipMode=VIP")),
        new Expected(
            "k3d",
            "v1.30.4+k3s1",
            1,
            "k3d-demo-server-0",
            "k3s://k3d-demo-server-0",
            "",
            List.of("InternalIP=172\\.18\\.0\\.2", "Hostname=k3d-demo-server-0"),
            List.of("control-plane"),
            STANDARD,
            List.of("EnsuringLoadBalancer", "AppliedDaemonSet", "UpdatedLoadBalancer"),
            List.of("ip=172\\.18\\.0\\.2", "ipMode=VIP")),
        new Expected(
            "openshift",
            "v1.29.5+aba1e8d",
            5,
            "ip-10-0-164-11\\.us-east-2\\.compute\\.internal",
            "aws:///us-east-2a/i-0",
            "node.openshift.io/os_id=rhcos",
            List.of("InternalIP=10\\.0\\.164\\.11", "Hostname=ip-10-0-164-11\\..*"),
            List.of("control-plane", "master"),
            STANDARD,
            ENSURED,
            List.of("hostname=a[0-9a-f]{31}-\\d{10}\\.us-east-2\\.elb\\.amazonaws\\.com")),
        new Expected(
            "microk8s",
            "v1.27.2",
            1,
            "ubuntu-1",
            "",
            "microk8s.io/cluster=true",
            List.of("InternalIP=192\\.168\\.178\\.36", "Hostname=ubuntu-1"),
            nothing,
            "",
            nothing,
            nothing),
        new Expected(
            "oke",
            "v1.31.1",
            3,
            "10\\.0\\.10\\.11",
            "ocid1.instance.oc1.iad.anuwcljt",
            "oci.oraclecloud.com/fault-domain=FAULT-DOMAIN-1",
            List.of("InternalIP=10\\.0\\.10\\.11", "Hostname=10\\.0\\.10\\.11"),
            List.of("node"),
            STANDARD,
            ENSURED,
            List.of("ip=203\\.0\\.113\\.1", "ipMode=VIP")),
        new Expected(
            "digitalocean",
            "v1.28.2",
            3,
            "pool-akhlab-[0-9a-z]{5}",
            "digitalocean://",
            "doks.digitalocean.com/managed=true",
            List.of(
                "Hostname=pool-akhlab-.*",
                "InternalIP=10\\.104\\.0\\.4",
                "ExternalIP=198\\.51\\.100\\.11"),
            nothing,
            STANDARD,
            ENSURED,
            List.of("ip=203\\.0\\.113\\.1", "ipMode=VIP")));
  }

  @Test
  void knowsEverySystemOfTheTable() {
    assertThat(SimulatedClusterOptions.systems())
        .containsExactlyElementsOf(systems().map(Expected::id).toList());
  }

  @ParameterizedTest
  @MethodSource("systems")
  void looksLikeTheSystem(Expected expected) {
    try (SimulatedCluster cluster = start(expected.id(), SimulationClock.manual())) {
      List<ObjectNode> nodes = cluster.store().list(ResourceKinds.NODE, "");
      assertThat(nodes).hasSize(expected.nodes());
      ObjectNode first = first(nodes);
      assertThat(first.at("/metadata/name").asText()).matches(expected.name());
      assertThat(first.at("/spec/providerID").asText()).startsWith(expected.providerId());
      assertThat(first.at("/spec/providerID").isMissingNode())
          .isEqualTo(expected.providerId().isEmpty());
      assertThat(pairs(first.at("/metadata/labels"))).contains(label(expected, first));
      assertThat(roles(first)).containsExactlyInAnyOrderElementsOf(expected.roles());
      assertMatch(typed(first.at("/status/addresses")), expected.addresses());
      assertThat(first.at("/status/nodeInfo/kubeletVersion").asText())
          .isEqualTo(expected.version());
      assertThat(distinctAddresses(nodes)).isEqualTo(expected.nodes());
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void treatsALoadBalancerAsTheSystemDoes(Expected expected) {
    ManualSimulationClock clock = SimulationClock.manual();
    try (SimulatedCluster cluster = start(expected.id(), clock)) {
      clock.settle();
      cluster.store().create(ResourceKinds.SERVICE, service(FreePort.find()), TEST);
      clock.advance(Duration.ofSeconds(90));
      await()
          .untilAsserted(
              () -> {
                clock.settle();
                assertMatch(entries(kubia(cluster)), expected.ingress());
                assertThat(reasons(cluster)).isEqualTo(expected.events());
              });
      assertThat(kubia(cluster).at("/metadata/finalizers/0").asText())
          .isEqualTo(expected.finalizer());
    }
  }

  @Test
  void publishesAnEntryWithoutAnAddressFirstOnAks() {
    ManualSimulationClock clock = SimulationClock.manual();
    try (SimulatedCluster cluster = start("aks", clock)) {
      cluster.store().create(ResourceKinds.SERVICE, service(80), TEST);
      clock.advance(Duration.ofSeconds(11));
      assertThat(kubia(cluster).at("/status/loadBalancer/ingress")).isEmpty();
      clock.advance(Duration.ofSeconds(2));
      JsonNode ingress = kubia(cluster).at("/status/loadBalancer/ingress");
      assertThat(ingress).hasSize(1);
      assertThat(ingress.get(0).isEmpty()).isTrue();
    }
  }

  @Test
  void publishesTheAddressesOfAllNodesOnK3s() {
    ManualSimulationClock clock = SimulationClock.manual();
    SimulatedClusterOptions options = SimulatedClusterOptions.system("k3s").withNodes(3);
    try (SimulatedCluster cluster = SimulatedCluster.start(options.withClock(clock))) {
      cluster.store().create(ResourceKinds.SERVICE, service(80), TEST);
      clock.advance(Duration.ofSeconds(5));
      assertThat(entries(kubia(cluster)))
          .containsSequence("ip=192.168.20.11", "ipMode=VIP", "ip=192.168.20.12")
          .contains("ip=192.168.20.13");
    }
  }

  @Test
  void takesABalancerBackWithoutTracesWhenItIsDeletedOnAck() {
    ManualSimulationClock clock = SimulationClock.manual();
    try (SimulatedCluster cluster = start("alibaba-ack", clock)) {
      cluster.store().create(ResourceKinds.SERVICE, service(80), TEST);
      clock.advance(Duration.ofSeconds(20));
      cluster.store().delete(ResourceKinds.SERVICE, "default", "kubia", DeleteOptions.background());
      clock.advance(Duration.ofSeconds(10));
      assertThat(cluster.store().get(ResourceKinds.SERVICE, "default", "kubia")).isEmpty();
      assertThat(reasons(cluster)).endsWith("CleanLoadBalancer");
    }
  }

  @Test
  void keepsWorkersForPodsAndTheControlPlaneForItself() {
    ManualSimulationClock clock = SimulationClock.manual();
    SimulatedClusterOptions options = SimulatedClusterOptions.system("kind").withNodes(3);
    try (SimulatedCluster cluster = SimulatedCluster.start(options.withClock(clock))) {
      assertThat(names(cluster, ResourceKinds.NODE, ""))
          .containsExactly("kind-control-plane", "kind-worker", "kind-worker2");
      JsonNode head =
          cluster.store().get(ResourceKinds.NODE, "", "kind-control-plane").orElseThrow();
      assertThat(head.at("/spec/taints/0/key").asText())
          .isEqualTo("node-role.kubernetes.io/control-plane");
      JsonNode worker = cluster.store().get(ResourceKinds.NODE, "", "kind-worker").orElseThrow();
      assertThat(worker.at("/spec/taints").isMissingNode()).isTrue();
      assertThat(roles(worker)).isEmpty();
    }
  }

  @Test
  void runsTheControlPlaneOfKubeadmInPods() {
    ManualSimulationClock clock = SimulationClock.manual();
    try (SimulatedCluster cluster = start("minikube", clock)) {
      clock.advance(Duration.ofSeconds(5));
      assertThat(names(cluster, ResourceKinds.POD, "kube-system"))
          .containsExactly(
              "etcd-minikube",
              "kube-apiserver-minikube",
              "kube-controller-manager-minikube",
              "kube-scheduler-minikube");
      JsonNode server =
          cluster
              .store()
              .get(ResourceKinds.POD, "kube-system", "kube-apiserver-minikube")
              .orElseThrow();
      assertThat(
              server
                  .at("/metadata/annotations")
                  .path("kubeadm.kubernetes.io/kube-apiserver.advertise-address.endpoint")
                  .asText())
          .isEqualTo("192.168.49.2:8443");
      assertThat(pairs(server.at("/metadata/labels")))
          .contains("component=kube-apiserver", "tier=control-plane");
      assertThat(server.at("/status/phase").asText()).isEqualTo("Running");
      assertThat(server.at("/status/podIP").asText()).isEqualTo("192.168.49.2");
    }
  }

  @Test
  void hasThePodsThatGiveTheSystemAway() {
    ManualSimulationClock clock = SimulationClock.manual();
    try (SimulatedCluster kind = start("kind", clock);
        SimulatedCluster desktop = start("docker-desktop", SimulationClock.manual())) {
      assertThat(names(kind, ResourceKinds.POD, "kube-system"))
          .anyMatch(name -> name.startsWith("kindnet-"));
      assertThat(names(desktop, ResourceKinds.POD, "kube-system")).contains("vpnkit-controller");
    }
  }

  @Test
  void servesWhatTheSystemServesBeside() {
    try (SimulatedCluster k3s = start("k3s", SimulationClock.manual());
        SimulatedCluster openshift = start("openshift", SimulationClock.manual())) {
      assertThat(names(k3s, ResourceKinds.INGRESS_CLASS, "")).containsExactly("traefik");
      assertThat(openshift.store().kinds().groupVersions())
          .containsEntry("apps.openshift.io", "apps.openshift.io/v1");
      assertThat(names(openshift, ResourceKinds.INGRESS_CLASS, ""))
          .containsExactly("openshift-default");
    }
  }

  @Test
  void namesTheContextAsTheSystemDoes() {
    try (SimulatedCluster cluster = start("openshift", SimulationClock.manual())) {
      assertThat(cluster.kubeconfigYaml())
          .contains("current-context: \"default/api-demo-example-com:6443/kube:admin\"")
          .contains("server: " + cluster.url());
    }
  }

  @Test
  void saysWhichSystemsThereAreWhenOneIsUnknown() {
    assertThatThrownBy(() -> SimulatedClusterOptions.system("heroku"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"heroku\"")
        .hasMessageContaining("ibm-iks/vpc-gen2");
    assertThatThrownBy(() -> SimulatedClusterOptions.system("docker-desktop").withNodes(2))
        .hasMessageContaining("docker-desktop/kubeadm has at most 1 node(s)");
  }

  private static SimulatedCluster start(String id, SimulationClock clock) {
    return SimulatedCluster.start(SimulatedClusterOptions.system(id).withClock(clock));
  }

  private static ObjectNode service(int port) {
    return Objects.json(
        """
        {"metadata": {"name": "kubia", "namespace": "default"},
         "spec": {"type": "LoadBalancer", "selector": {"app": "kubia"},
          "ports": [{"name": "http", "port": %d, "targetPort": 8080}]}}
        """
            .formatted(port));
  }

  private static ObjectNode kubia(SimulatedCluster cluster) {
    return cluster.store().get(ResourceKinds.SERVICE, "default", "kubia").orElseThrow();
  }

  private static List<String> names(SimulatedCluster cluster, ResourceKind kind, String namespace) {
    return cluster.store().list(kind, namespace).stream()
        .map(object -> object.at("/metadata/name").asText())
        .toList();
  }

  private static List<String> reasons(SimulatedCluster cluster) {
    return cluster.store().list(ResourceKinds.EVENT, "default").stream()
        .filter(event -> event.at("/involvedObject/name").asText().equals("kubia"))
        .map(event -> event.path("reason").asText())
        .toList();
  }

  /** The first in the order of creation, which is the order of the plan. */
  private static ObjectNode first(List<ObjectNode> nodes) {
    return nodes.stream()
        .min(Comparator.comparingLong(node -> node.at("/metadata/resourceVersion").asLong()))
        .orElseThrow();
  }

  private static String label(Expected expected, JsonNode node) {
    return expected.label().isEmpty()
        ? "kubernetes.io/hostname=" + node.at("/metadata/name").asText()
        : expected.label();
  }

  private static List<String> roles(JsonNode node) {
    String prefix = "node-role.kubernetes.io/";
    return pairs(node.at("/metadata/labels")).stream()
        .filter(pair -> pair.startsWith(prefix))
        .map(pair -> pair.substring(prefix.length(), pair.indexOf('=')))
        .toList();
  }

  private static long distinctAddresses(List<ObjectNode> nodes) {
    Predicate<String> internal = pair -> pair.startsWith("InternalIP=");
    return nodes.stream()
        .flatMap(node -> typed(node.at("/status/addresses")).stream().filter(internal))
        .distinct()
        .count();
  }

  private static List<String> typed(JsonNode addresses) {
    List<String> found = new ArrayList<>();
    addresses.forEach(a -> found.add(a.path("type").asText() + "=" + a.path("address").asText()));
    return found;
  }

  private static List<String> entries(JsonNode service) {
    List<String> found = new ArrayList<>();
    service.at("/status/loadBalancer/ingress").forEach(entry -> found.addAll(pairs(entry)));
    return found;
  }

  private static List<String> pairs(JsonNode object) {
    return object.properties().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().asText())
        .toList();
  }

  private static void assertMatch(List<String> found, List<String> patterns) {
    assertThat(found).hasSameSizeAs(patterns);
    for (int i = 0; i < patterns.size(); i++) {
      assertThat(found.get(i)).matches(patterns.get(i));
    }
  }
}
