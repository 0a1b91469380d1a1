// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.LoadBalancerIngress;
import io.fabric8.kubernetes.api.model.LoadBalancerIngressBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSystemInfo;
import io.roadstead.cluster.Address.Audience;
import io.roadstead.cluster.Address.Grade;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of one system as it shows itself, and what Roadstead is to make of it. The files are in
 * {@code src/test/resources/systems}; their sources are those of docs/clusters.md.
 *
 * @param id the system, with its variant where it has some
 * @param gitVersion the API server's version
 * @param nodes its nodes, by name
 * @param systemPods pods in kube-system that tell something
 * @param service what the load balancer's controller leaves on a Service that it serves
 * @param failure the same on one that it can't serve; null where no such case is known
 * @param expected what Roadstead is to say
 */
public record SystemFixture(
    String id,
    String gitVersion,
    List<Node> nodes,
    List<SystemPod> systemPods,
    Report service,
    @Nullable Report failure,
    Expected expected) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Stands in a file for the Service's own IP, which is known only once there is one. */
  private static final String CLUSTER_IP = "CLUSTER_IP";

  /** A pod in kube-system. */
  public record SystemPod(String name, @Nullable Map<String, String> annotations) {}

  /** What a controller leaves on a Service. */
  public record Report(
      @Nullable List<String> finalizers,
      @Nullable List<Said> events,
      @Nullable List<LoadBalancerIngress> ingress) {
    /** Entries of the load balancer's status. */
    public List<LoadBalancerIngress> ingress(String clusterIp) {
      return Objects.requireNonNullElse(ingress, List.<LoadBalancerIngress>of()).stream()
          .map(
              entry ->
                  new LoadBalancerIngressBuilder(entry)
                      .withIp(CLUSTER_IP.equals(entry.getIp()) ? clusterIp : entry.getIp())
                      .build())
          .toList();
    }
  }

  /** An event of the Service. */
  public record Said(String type, String reason, String message, Source source) {}

  /** Who said it. */
  public record Source(String component) {}

  /** What Roadstead is to say; remedies are parts of them. */
  public record Expected(
      ClusterSystem system,
      @Nullable String variant,
      Confidence confidence,
      ClusterKind kind,
      Availability loadBalancer,
      Place balancer,
      Step pending,
      Place nodePort,
      @Nullable Step failing) {}

  /** An address. */
  public record Place(String host, Audience audience, Grade grade, @Nullable String remedy) {
    /** The host, where it may be the Service's own IP. */
    public String host(String clusterIp) {
      return host.equals(CLUSTER_IP) ? clusterIp : host;
    }
  }

  /** How far an exposure has come. */
  public record Step(ExposureState state, String remedy) {}

  /** Every system and variant. */
  public static Stream<SystemFixture> all() {
    return Stream.of(
            "docker-desktop-kubeadm docker-desktop-kind minikube kind kubeadm gke eks aks"
                .split(" "),
            "ibm-iks-classic ibm-iks-vpc alibaba-ack k3s k3d openshift microk8s oke digitalocean"
                .split(" "))
        .flatMap(Stream::of)
        .map(SystemFixture::load);
  }

  /** The one of that id. */
  public static SystemFixture load(String id) {
    try (InputStream file = SystemFixture.class.getResourceAsStream("/systems/" + id + ".yaml")) {
      return YAML.readValue(Objects.requireNonNull(file, id), SystemFixture.class);
    } catch (IOException e) {
      throw new UncheckedIOException(id, e);
    }
  }

  ClusterFingerprint fingerprint() {
    return new ClusterFingerprint(
        gitVersion,
        nodes.stream().map(SystemFixture::fingerprint).toList(),
        null,
        Set.of(),
        systemPods.stream().map(SystemPod::name).collect(Collectors.toSet()),
        systemPods.stream()
            .flatMap(pod -> Stream.ofNullable(pod.annotations()))
            .flatMap(annotations -> annotations.keySet().stream())
            .collect(Collectors.toSet()),
        null);
  }

  List<NodeFacts> nodeFacts() {
    return nodes.stream()
        .map(
            node ->
                new NodeFacts(
                    node.getMetadata().getName(),
                    addresses(node, "InternalIP"),
                    addresses(node, "ExternalIP")))
        .toList();
  }

  @Override
  public String toString() {
    return id;
  }

  private static NodeFingerprint fingerprint(Node node) {
    NodeSystemInfo info = node.getStatus().getNodeInfo();
    String providerId = node.getSpec().getProviderID();
    return new NodeFingerprint(
        node.getMetadata().getName(),
        node.getMetadata().getLabels(),
        node.getMetadata().getAnnotations().keySet(),
        providerId == null ? "" : providerId,
        info.getOsImage(),
        info.getKernelVersion(),
        info.getKubeletVersion());
  }

  private static List<String> addresses(Node node, String type) {
    return node.getStatus().getAddresses().stream()
        .filter(address -> address.getType().equals(type))
        .map(address -> address.getAddress())
        .toList();
  }
}
