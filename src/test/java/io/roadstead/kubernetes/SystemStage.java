// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.LoadBalancerIngress;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ServiceResource;
import io.roadstead.cluster.SystemFixture;
import io.roadstead.cluster.SystemFixture.Report;
import io.roadstead.cluster.SystemFixture.Said;
import io.roadstead.cluster.SystemFixture.SystemPod;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty cluster that is made to look like one of a system, with the app kubia on it, and what
 * the system's controllers would do. All of it is deleted in the end.
 */
final class SystemStage implements AutoCloseable {
  static final String APP = "kubia";
  static final int NODE_PORT = 30_080;
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String SYSTEM_NAMESPACE = "kube-system";
  private static final Map<String, String> LABELS = Map.of("app", APP);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final KubernetesClient client;
  private final SystemFixture fixture;
  private final String namespace;

  SystemStage(KubernetesClient client, SystemFixture fixture) {
    this.client = client;
    this.fixture = fixture;
    this.namespace = "system-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
  }

  String namespace() {
    return namespace;
  }

  /** Nodes and the pods that give the system away, then the app and its Service. */
  void set() {
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    fixture.nodes().forEach(this::join);
    fixture.systemPods().forEach(this::run);
    client.resource(deployment().build()).create();
    expose("LoadBalancer");
  }

  /** The Service anew, with another type. */
  void expose(String type) {
    release();
    boolean onNodePort = type.equals("NodePort");
    client
        .resource(
            new ServiceBuilder()
                .withNewMetadata()
                .withName(APP)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withType(type)
                .withSelector(LABELS)
                .addNewPort()
                .withName("http")
                .withPort(80)
                .withNewTargetPort(8080)
                .withNodePort(onNodePort ? NODE_PORT : null)
                .endPort()
                .endSpec()
                .build())
        .create();
  }

  /** What the load balancer's controller leaves on the Service. */
  void report(Report report) {
    List<String> finalizers = Objects.requireNonNullElse(report.finalizers(), List.of());
    Service written = hold(finalizers);
    Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    for (Said said : Objects.requireNonNullElse(report.events(), List.<Said>of())) {
      time = time.plusSeconds(1);
      say(written, said, time);
    }
    List<LoadBalancerIngress> ingress = report.ingress(written.getSpec().getClusterIP());
    if (!ingress.isEmpty()) {
      again(
          () ->
              service()
                  .editStatus(
                      found ->
                          new ServiceBuilder(found)
                              .withNewStatus()
                              .withNewLoadBalancer()
                              .withIngress(ingress)
                              .endLoadBalancer()
                              .endStatus()
                              .build()));
    }
  }

  String clusterIp() {
    return service().get().getSpec().getClusterIP();
  }

  @Override
  public void close() {
    release();
    client.apps().deployments().inNamespace(namespace).delete();
    await("the end of the pods")
        .atMost(SOON)
        .until(() -> client.pods().inNamespace(namespace).list().getItems().isEmpty());
    client.namespaces().withName(namespace).delete();
    fixture
        .systemPods()
        .forEach(
            pod ->
                client
                    .pods()
                    .inNamespace(SYSTEM_NAMESPACE)
                    .withName(pod.name())
                    .withGracePeriod(0)
                    .delete());
    fixture.nodes().forEach(node -> client.nodes().withName(node.getMetadata().getName()).delete());
  }

  private ServiceResource<Service> service() {
    return client.services().inNamespace(namespace).withName(APP);
  }

  private Service hold(List<String> finalizers) {
    return again(
        () ->
            service()
                .edit(
                    found ->
                        new ServiceBuilder(found)
                            .editMetadata()
                            .withFinalizers(finalizers)
                            .endMetadata()
                            .build()));
  }

  /** Others write too, and may be in the way for a moment. */
  private static <T> T again(Callable<T> write) {
    return await()
        .atMost(SOON)
        .ignoreException(KubernetesClientException.class)
        .until(write, Objects::nonNull);
  }

  private void release() {
    if (service().get() != null) {
      hold(List.of());
      service().delete();
      await("the end of the Service").atMost(SOON).until(() -> service().get() == null);
    }
  }

  private void join(Node node) {
    client.resource(node).create();
    again(
        () ->
            client
                .nodes()
                .withName(node.getMetadata().getName())
                .editStatus(found -> new NodeBuilder(found).withStatus(node.getStatus()).build()));
  }

  private void run(SystemPod pod) {
    var wanted =
        new PodBuilder()
            .withNewMetadata()
            .withName(pod.name())
            .withNamespace(SYSTEM_NAMESPACE)
            .withAnnotations(pod.annotations())
            .endMetadata()
            .withNewSpec()
            .withNodeName(fixture.nodes().get(0).getMetadata().getName())
            .withAutomountServiceAccountToken(false)
            .addNewContainer()
            .withName("main")
            .withImage("example.com/system:1")
            .endContainer()
            .endSpec()
            .build();
    // Until the namespace's account is there.
    again(() -> client.resource(wanted).create());
  }

  private DeploymentBuilder deployment() {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName(APP)
        .withNamespace(namespace)
        .withLabels(LABELS)
        .endMetadata()
        .withNewSpec()
        .withReplicas(2)
        .withNewSelector()
        .withMatchLabels(LABELS)
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(LABELS)
        .endMetadata()
        .withNewSpec()
        .withTerminationGracePeriodSeconds(0L)
        .addNewContainer()
        .withName(APP)
        .withImage("luksa/kubia:1.0")
        .addNewPort()
        .withContainerPort(8080)
        .endPort()
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec();
  }

  private void say(Service about, Said said, Instant time) {
    client
        .resource(
            new EventBuilder()
                .withNewMetadata()
                .withName(APP + "." + NUMBER.incrementAndGet())
                .withNamespace(namespace)
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion("v1")
                .withKind("Service")
                .withNamespace(namespace)
                .withName(APP)
                .withUid(about.getMetadata().getUid())
                .endInvolvedObject()
                .withType(said.type())
                .withReason(said.reason())
                .withMessage(said.message())
                .withNewSource()
                .withComponent(said.source().component())
                .endSource()
                .withFirstTimestamp(time.toString())
                .withLastTimestamp(time.toString())
                .withCount(1)
                .build())
        .create();
  }
}
