// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.LoadBalancerIngress;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
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
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty cluster that is made to look like one of a system, with the app kubia on it, and what
 * the system's controllers would do. All of it is deleted in the end.
 */
final class SystemStage implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final KubernetesClient client;
  private final SystemFixture fixture;
  private final String namespace;
  private final SystemObjects objects;

  SystemStage(KubernetesClient client, SystemFixture fixture) {
    this.client = client;
    this.fixture = fixture;
    this.namespace = "system-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    this.objects = new SystemObjects(namespace);
  }

  String namespace() {
    return namespace;
  }

  /** Nodes and the pods that give the system away, then the app and its Service. */
  void set() {
    client.resource(objects.namespace()).create();
    fixture.nodes().forEach(this::join);
    fixture.systemPods().forEach(this::run);
    client.resource(objects.deployment()).create();
    expose("LoadBalancer");
  }

  /** The Service anew, with another type. */
  void expose(String type) {
    release();
    client.resource(objects.service(type)).create();
  }

  /** What the load balancer's controller leaves on the Service. */
  void report(Report report) {
    List<String> finalizers = Objects.requireNonNullElse(report.finalizers(), List.of());
    Service written = hold(finalizers);
    Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    for (Said said : Objects.requireNonNullElse(report.events(), List.<Said>of())) {
      time = time.plusSeconds(1);
      client.resource(objects.event(written, said, time)).create();
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
                    .inNamespace(SystemObjects.SYSTEM_NAMESPACE)
                    .withName(pod.name())
                    .withGracePeriod(0)
                    .delete());
    fixture.nodes().forEach(node -> client.nodes().withName(node.getMetadata().getName()).delete());
  }

  private ServiceResource<Service> service() {
    return client.services().inNamespace(namespace).withName(SystemObjects.APP);
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
    String node = fixture.nodes().get(0).getMetadata().getName();
    // Until the namespace's account is there.
    again(() -> client.resource(SystemObjects.pod(pod, node)).create());
  }
}
