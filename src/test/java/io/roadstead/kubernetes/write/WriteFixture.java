// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v1.ScaleBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.roadstead.app.AppException;
import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Caller;
import io.roadstead.app.Scale;
import io.roadstead.app.Settings;
import io.roadstead.app.WriteOptions;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.kubernetes.model.Specs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A namespace of its own for each test, a writer, and what somebody else would do with kubectl. */
abstract class WriteFixture {

  static final Duration SOON = Duration.ofSeconds(60);
  static final Caller CALLER = Caller.SERVICE_ACCOUNT;
  static final WriteOptions DEFAULT = WriteOptions.DEFAULT;
  static final WriteOptions FORCE = new WriteOptions(null, false, false, true, false);
  static final WriteOptions ADOPT = new WriteOptions(null, false, false, false, true);
  static final WriteOptions DRY = new WriteOptions(null, false, true, false, false);
  static final WriteOptions CREATE = new WriteOptions(null, true, false, false, false);

  KubernetesClient client;
  AppWriter writer;
  ManifestReader reader;
  AppName web;

  /** A client with the rights of an administrator; this class does not close it. */
  abstract KubernetesClient client();

  @BeforeEach
  void makeNamespace() {
    client = client();
    writer = new AppWriter(new ApiServer(client, null, SOON, 20), new Unseen(), SOON);
    reader = new ManifestReader(new ApiServer(client, null, SOON, 20), new Unseen(), SOON);
    String namespace = "write-" + UUID.randomUUID().toString().substring(0, 8);
    web = new AppName(namespace, "web");
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
  }

  @AfterEach
  void deleteNamespace() {
    client.namespaces().withName(web.namespace()).delete();
  }

  Written deploy(AppSpec spec, WriteOptions options) {
    return writer.deploy(CALLER, web, spec, options);
  }

  /** A spec with a volume of files and one with a claim, both made by Roadstead. */
  static AppSpec withMadeVolumes(String content) {
    return withScale(Specs.full(), new Scale.Fixed(1))
        .with(
            new Settings(
                Map.of(
                    "volumes",
                    List.of(
                        Map.of("name", "conf", "config", Map.of("files", Map.of("a", content))),
                        Map.of("name", "data", "claim", Map.of("size", "1Gi"))))));
  }

  List<ConfigMap> configs() {
    return client
        .configMaps()
        .inNamespace(web.namespace())
        .withLabel("app.kubernetes.io/instance", "web")
        .list()
        .getItems();
  }

  PersistentVolumeClaim claim() {
    return client.persistentVolumeClaims().inNamespace(web.namespace()).withName("web-data").get();
  }

  String manifests(AppName app) {
    return reader.read(CALLER, app);
  }

  static AppSpec withScale(AppSpec spec, Scale scale) {
    return new AppSpec(
        spec.containers(),
        scale,
        spec.exposure(),
        spec.labels(),
        spec.annotations(),
        spec.imagePullSecrets(),
        spec.serviceAccountName());
  }

  static WriteOptions withEtag(String etag) {
    return new WriteOptions(etag, false, false, false, false);
  }

  static AppException failure(Callable<?> write) {
    return Objects.requireNonNull(catchThrowableOfType(AppException.class, write::call));
  }

  interface Numbered {
    Object call(int number) throws Exception;
  }

  static List<Object> atOnce(int times, Numbered work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(times);
    try {
      List<Callable<Object>> calls = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        calls.add(
            () -> {
              try {
                return work.call(number);
              } catch (AppException e) {
                return e;
              }
            });
      }
      List<Object> results = new ArrayList<>();
      for (Future<Object> future : executor.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }

  /** As {@code kubectl create deployment} sends it, with more than a spec can say. */
  void createAsKubectl() {
    Deployment deployment =
        new DeploymentBuilder()
            .withNewMetadata()
            .withNamespace(web.namespace())
            .withName("web")
            .addToLabels("app", "web")
            .endMetadata()
            .withNewSpec()
            .withReplicas(2)
            .withNewSelector()
            .addToMatchLabels("app", "web")
            .endSelector()
            .withNewTemplate()
            .withNewMetadata()
            .addToLabels("app", "web")
            .endMetadata()
            .withNewSpec()
            .addNewVolume()
            .withName("data")
            .withNewEmptyDir()
            .endEmptyDir()
            .endVolume()
            .addNewContainer()
            .withName("nginx")
            .withImage("nginx:1.27")
            .addNewEnv()
            .withName("MODE")
            .withValue("demo")
            .endEnv()
            .addNewPort()
            .withName("http")
            .withContainerPort(8080)
            .endPort()
            .addNewVolumeMount()
            .withName("data")
            .withMountPath("/data")
            .endVolumeMount()
            .endContainer()
            .endSpec()
            .endTemplate()
            .endSpec()
            .build();
    client.raw(deployments() + "?fieldManager=kubectl-create", "POST", deployment);
  }

  void scaleAsKubectl(int replicas) {
    scale(replicas, "kubectl");
  }

  void scaleAsAutoscaler(int replicas) {
    scale(replicas, "kube-controller-manager");
  }

  void scale(int replicas, String manager) {
    io.fabric8.kubernetes.api.model.autoscaling.v1.Scale scale =
        new ScaleBuilder()
            .withNewMetadata()
            .withNamespace(web.namespace())
            .withName("web")
            .endMetadata()
            .withNewSpec()
            .withReplicas(replicas)
            .endSpec()
            .build();
    client.raw(deployments() + "/web/scale?fieldManager=" + manager, "PUT", scale);
  }

  String deployments() {
    return "/apis/apps/v1/namespaces/" + web.namespace() + "/deployments";
  }

  /** The controllers have taken up the last spec and no status changes any more. */
  void settled() {
    await()
        .atMost(SOON)
        .until(
            () -> {
              Deployment found = deployment();
              var status = found.getStatus();
              return status != null
                  && Objects.equals(
                      status.getObservedGeneration(), found.getMetadata().getGeneration())
                  && Objects.equals(status.getUpdatedReplicas(), found.getSpec().getReplicas());
            });
  }

  void awaitReplicas(int replicas) {
    await()
        .atMost(SOON)
        .until(() -> Objects.equals(deployment().getSpec().getReplicas(), replicas));
  }

  static void assertUntouched(HasMetadata before, HasMetadata after) {
    assertThat(ours(after)).isEqualTo(ours(before));
    assertThat(after.getMetadata().getGeneration()).isEqualTo(before.getMetadata().getGeneration());
  }

  /** Our entry with its time: a write that changes nothing must not touch it. */
  static List<ManagedFieldsEntry> ours(HasMetadata object) {
    List<ManagedFieldsEntry> entries =
        Managers.of(object).stream().filter(Managers::isOurs).toList();
    assertThat(entries).hasSize(1);
    return entries;
  }

  Deployment deployment() {
    return client.apps().deployments().inNamespace(web.namespace()).withName("web").get();
  }

  Service service() {
    return client.services().inNamespace(web.namespace()).withName("web").get();
  }

  HorizontalPodAutoscaler autoscaler() {
    return client
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace(web.namespace())
        .withName("web")
        .get();
  }
}
