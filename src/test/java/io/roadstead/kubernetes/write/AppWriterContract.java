// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v1.ScaleBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.roadstead.app.AppException;
import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Caller;
import io.roadstead.app.DeleteResult;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ExposureType;
import io.roadstead.app.FieldConflict;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.ObjectResult.Outcome;
import io.roadstead.app.Scale;
import io.roadstead.app.WriteOptions;
import io.roadstead.kubernetes.client.ApiServer;
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
import org.junit.jupiter.api.Test;

/** What every write of an app promises, on whatever serves the Kubernetes API. */
abstract class AppWriterContract {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Caller CALLER = Caller.SERVICE_ACCOUNT;
  private static final WriteOptions DEFAULT = WriteOptions.DEFAULT;
  private static final WriteOptions FORCE = new WriteOptions(null, false, false, true, false);
  private static final WriteOptions ADOPT = new WriteOptions(null, false, false, false, true);
  private static final WriteOptions DRY = new WriteOptions(null, false, true, false, false);
  private static final WriteOptions CREATE = new WriteOptions(null, true, false, false, false);

  private KubernetesClient client;
  private AppWriter writer;
  private AppName web;

  /** A client with the rights of an administrator; this class does not close it. */
  abstract KubernetesClient client();

  @BeforeEach
  void makeNamespace() {
    client = client();
    writer = new AppWriter(new ApiServer(client, null, SOON, 20), new Unseen(), SOON);
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

  @Test
  void createsDeploymentServiceAndNothingElse() {
    Written written = deploy(Specs.full(), DEFAULT);

    assertThat(written.created()).isTrue();
    assertThat(written.objects())
        .containsExactly(
            ObjectResult.of("Deployment/web", Outcome.CREATED),
            ObjectResult.of("Service/web", Outcome.CREATED));
    assertThat(deployment().getSpec().getReplicas()).isEqualTo(2);
    assertThat(service().getSpec().getType()).isEqualTo("LoadBalancer");
    assertThat(autoscaler()).isNull();
    assertThat(written.app().managed()).isTrue();
  }

  @Test
  void readsBackWhatWasDeployed() {
    AppSpec read = deploy(Specs.full(), DEFAULT).app().spec();

    assertThat(read.labels()).isEqualTo(Specs.full().labels());
    assertThat(read.annotations()).isEqualTo(Specs.full().annotations());
    assertThat(read.containers().get(0).env()).isEqualTo(Specs.full().containers().get(0).env());
    assertThat(read.scale()).isEqualTo(Specs.full().scale());
    assertThat(read.imagePullSecrets()).isEqualTo(Specs.full().imagePullSecrets());
  }

  @Test
  void changesNothingWhenDeployedAgain() {
    deploy(Specs.full(), DEFAULT);
    settled();
    Deployment deployment = deployment();
    Service service = service();

    Written again = deploy(Specs.full(), DEFAULT);

    assertThat(again.created()).isFalse();
    assertThat(again.objects()).extracting(ObjectResult::outcome).containsOnly(Outcome.UNCHANGED);
    assertUntouched(deployment, deployment());
    assertUntouched(service, service());
  }

  @Test
  void changesNothingWhenAutoscaledAppIsDeployedAgain() {
    AppSpec spec = Specs.of("nginx:1.27", new Scale.Autoscaling(2, 5, 70), null);
    deploy(spec, DEFAULT);
    awaitReplicas(2);
    settled();
    Deployment deployment = deployment();
    HorizontalPodAutoscaler autoscaler = autoscaler();

    Written again = deploy(spec, DEFAULT);

    assertThat(again.objects()).extracting(ObjectResult::outcome).containsOnly(Outcome.UNCHANGED);
    assertThat(ours(deployment())).isEqualTo(ours(deployment));
    assertThat(deployment().getMetadata().getGeneration())
        .isEqualTo(deployment.getMetadata().getGeneration());
    assertThat(ours(autoscaler())).isEqualTo(ours(autoscaler));
  }

  @Test
  void changesImageAndDropsVariableThatIsLeftOut() {
    deploy(
        Specs.of(
            List.of(Specs.container("web", "nginx:1.27", Specs.env("MODE", "demo"))),
            null,
            null,
            Map.of()),
        DEFAULT);

    Written written = deploy(Specs.of("nginx:1.28", null, null), DEFAULT);

    assertThat(written.objects())
        .containsExactly(ObjectResult.of("Deployment/web", Outcome.CHANGED));
    var container = deployment().getSpec().getTemplate().getSpec().getContainers().get(0);
    assertThat(container.getImage()).isEqualTo("nginx:1.28");
    assertThat(container.getEnv()).isEmpty();
  }

  @Test
  void refusesUnknownNamespaceAndDoesNotCreateIt() {
    AppName nowhere = new AppName("nowhere-to-be-found", "web");

    for (WriteOptions options : List.of(DEFAULT, DRY)) {
      AppException e =
          failure(
              () -> writer.deploy(CALLER, nowhere, Specs.of("nginx:1.27", null, null), options));
      assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND);
      assertThat(e).hasMessageContaining("kubectl create namespace nowhere-to-be-found");
    }
    assertThat(client.namespaces().withName("nowhere-to-be-found").get()).isNull();
  }

  @Test
  void writesNothingWhenOnlyValidating() {
    Written written = deploy(Specs.full(), DRY);

    assertThat(written.created()).isTrue();
    assertThat(written.app().spec().scale()).isEqualTo(new Scale.Fixed(2));
    assertThat(written.objects()).extracting(ObjectResult::outcome).containsOnly(Outcome.CREATED);
    assertThat(deployment()).isNull();
    assertThat(service()).isNull();
  }

  @Test
  void showsChangesWhenOnlyValidating() {
    AppSpec spec = Specs.of("nginx:1.27", new Scale.Fixed(2), null);
    deploy(spec, DEFAULT);

    assertThat(deploy(spec, DRY).objects())
        .containsExactly(ObjectResult.of("Deployment/web", Outcome.UNCHANGED));
    Written changed = deploy(Specs.of("nginx:1.28", new Scale.Fixed(4), null), DRY);

    assertThat(changed.objects())
        .containsExactly(ObjectResult.of("Deployment/web", Outcome.CHANGED));
    assertThat(changed.app().spec().scale()).isEqualTo(new Scale.Fixed(4));
    assertThat(deployment().getSpec().getReplicas()).isEqualTo(2);
  }

  @Test
  void leavesNothingBehindWhenNodePortIsTaken() {
    AppName other = new AppName(web.namespace(), "other");
    int port = 31_700 + (int) (Math.random() * 900);
    AppSpec spec = Specs.of("nginx:1.27", null, Specs.exposure(ExposureType.NODE_PORT, port));
    writer.deploy(CALLER, other, spec, DEFAULT);

    AppException e = failure(() -> deploy(spec, DEFAULT));

    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(e.details().violations())
        .singleElement()
        .satisfies(v -> assertThat(v.field()).isEqualTo("exposure.ports[0].nodePort"))
        .satisfies(v -> assertThat(v.value()).isEqualTo(Integer.toString(port)));
    assertThat(e.details().objects())
        .extracting(ObjectResult::object, ObjectResult::outcome)
        .contains(
            tuple("Service/web", Outcome.FAILED), tuple("Deployment/web", Outcome.NOT_ATTEMPTED));
    assertThat(deployment()).isNull();
  }

  @Test
  void keepsReplicasThatSomebodyScaled() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(2), null), DEFAULT);
    scaleAsKubectl(5);

    deploy(Specs.of("nginx:1.28", null, null), DEFAULT);

    assertThat(deployment().getSpec().getReplicas()).isEqualTo(5);
  }

  @Test
  void keepsItsOwnReplicasWhenDeployLeavesThemOut() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(3), null), DEFAULT);

    deploy(Specs.of("nginx:1.28", null, null), DEFAULT);

    assertThat(deployment().getSpec().getReplicas()).isEqualTo(3);
  }

  @Test
  void namesOwnerWhenSomebodyElseScaled() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(2), null), DEFAULT);
    scaleAsKubectl(5);

    AppException e = failure(() -> writer.scale(CALLER, web, new Scale.Fixed(3), DEFAULT));

    assertThat(e.code()).isEqualTo(ErrorCode.FIELD_CONFLICT);
    assertThat(e.details().conflicts())
        .containsExactly(new FieldConflict("Deployment/web", ".spec.replicas", "kubectl"));
    assertThat(deployment().getSpec().getReplicas()).isEqualTo(5);

    writer.scale(CALLER, web, new Scale.Fixed(3), FORCE);
    assertThat(deployment().getSpec().getReplicas()).isEqualTo(3);
  }

  @Test
  void scalesWithoutTouchingAnythingElse() {
    deploy(Specs.full(), DEFAULT);
    settled();
    Deployment before = deployment();

    Written written = writer.scale(CALLER, web, new Scale.Fixed(4), DEFAULT);

    assertThat(written.objects())
        .containsExactly(ObjectResult.of("Deployment/web", Outcome.CHANGED));
    Deployment after = deployment();
    assertThat(after.getSpec().getReplicas()).isEqualTo(4);
    assertThat(after.getSpec().getTemplate()).isEqualTo(before.getSpec().getTemplate());
    assertThat(after.getMetadata().getLabels()).isEqualTo(before.getMetadata().getLabels());
    assertThat(deploy(withScale(Specs.full(), new Scale.Fixed(4)), DEFAULT).objects())
        .extracting(ObjectResult::outcome)
        .containsOnly(Outcome.UNCHANGED);
  }

  @Test
  void remembersCountWhenStopped() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(3), null), DEFAULT);

    Written stopped = writer.scale(CALLER, web, new Scale.Fixed(0), DEFAULT);
    writer.scale(CALLER, web, new Scale.Fixed(0), DEFAULT);
    deploy(Specs.of("nginx:1.28", null, null), DEFAULT);

    assertThat(stopped.app().deployment().replicasBeforeStop()).isEqualTo(3);
    assertThat(deployment().getSpec().getReplicas()).isZero();
    assertThat(deployment().getMetadata().getAnnotations())
        .containsEntry("roadstead.io/replicas-before-stop", "3");

    writer.scale(CALLER, web, new Scale.Fixed(2), DEFAULT);
    assertThat(deployment().getMetadata().getAnnotations())
        .doesNotContainKey("roadstead.io/replicas-before-stop");
  }

  @Test
  void handsReplicasToAutoscalerAndTakesThemBack() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(3), null), DEFAULT);

    Written autoscaled = writer.scale(CALLER, web, new Scale.Autoscaling(2, 6, 50), DEFAULT);

    assertThat(autoscaled.app().spec().scale()).isEqualTo(new Scale.Autoscaling(2, 6, 50));
    assertThat(deployment().getSpec().getReplicas()).isEqualTo(3);
    scaleAsAutoscaler(6);
    deploy(Specs.of("nginx:1.28", null, null), DEFAULT);
    deploy(Specs.of("nginx:1.28", new Scale.Autoscaling(2, 6, 50), null), DEFAULT);
    assertThat(deployment().getSpec().getReplicas()).isEqualTo(6);

    Written fixed = writer.scale(CALLER, web, new Scale.Fixed(4), DEFAULT);
    assertThat(fixed.objects())
        .extracting(ObjectResult::object, ObjectResult::outcome)
        .contains(tuple("HorizontalPodAutoscaler/web", Outcome.DELETED));
    assertThat(autoscaler()).isNull();
    assertThat(deployment().getSpec().getReplicas()).isEqualTo(4);
    writer.scale(CALLER, web, new Scale.Fixed(5), DEFAULT);
    assertThat(deployment().getSpec().getReplicas()).isEqualTo(5);
  }

  @Test
  void startsStoppedAppWhenItIsAutoscaled() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(3), null), DEFAULT);
    writer.scale(CALLER, web, new Scale.Fixed(0), DEFAULT);

    writer.scale(CALLER, web, new Scale.Autoscaling(2, 6, 50), DEFAULT);

    assertThat(deployment().getSpec().getReplicas()).isEqualTo(3);
  }

  @Test
  void refusesAppOfSomebodyElseAndNamesTheOwner() {
    createAsKubectl();

    for (Callable<?> write :
        List.<Callable<?>>of(
            () -> deploy(Specs.of("nginx:1.27", null, null), DEFAULT),
            () -> writer.scale(CALLER, web, new Scale.Fixed(3), DEFAULT),
            () -> writer.expose(CALLER, web, Specs.exposure(ExposureType.INTERNAL, null), DEFAULT),
            () -> writer.unexpose(CALLER, web, DEFAULT),
            () -> writer.delete(CALLER, web, false, DEFAULT))) {
      AppException e = failure(write);
      assertThat(e.code()).isEqualTo(ErrorCode.FAILED_PRECONDITION);
      assertThat(e).hasMessageContaining("kubectl-create").hasMessageContaining("adopt=true");
    }
  }

  @Test
  void adoptsWithoutRestartWhenSpecIsTheSame() {
    createAsKubectl();
    settled();
    var template = deployment().getSpec().getTemplate();

    AppSpec spec =
        Specs.of(
            List.of(Specs.container("nginx", "nginx:1.27", Specs.env("MODE", "demo"))),
            null,
            null,
            Map.of("app", "web"));
    Written adopted = deploy(spec, ADOPT);

    assertThat(adopted.app().managed()).isTrue();
    assertThat(adopted.created()).isFalse();
    assertThat(deployment().getSpec().getTemplate()).isEqualTo(template);
    assertThat(deployment().getSpec().getReplicas()).isEqualTo(2);
    assertThat(deploy(spec, DEFAULT).objects())
        .containsExactly(ObjectResult.of("Deployment/web", Outcome.UNCHANGED));
  }

  @Test
  void dropsWhatTheFormerOwnerHadSetOnceAdopted() {
    createAsKubectl();

    AppSpec spec =
        Specs.of(List.of(Specs.container("nginx", "nginx:1.28")), null, null, Map.of("app", "web"));
    deploy(spec, ADOPT);

    var pod = deployment().getSpec().getTemplate().getSpec();
    assertThat(pod.getContainers().get(0).getEnv()).isEmpty();
    assertThat(pod.getContainers().get(0).getVolumeMounts()).hasSize(1);
    assertThat(pod.getVolumes()).hasSize(1);
    deploy(Specs.of(List.of(Specs.container("other", "nginx:1.28")), null, null, Map.of()), FORCE);
    assertThat(deployment().getSpec().getTemplate().getSpec().getContainers())
        .extracting(c -> c.getName())
        .containsExactly("other");
  }

  @Test
  void exposesAdoptedAppByItsOwnSelector() {
    createAsKubectl();
    AppSpec spec =
        Specs.of(List.of(Specs.container("nginx", "nginx:1.27")), null, null, Map.of("app", "web"));
    deploy(spec, ADOPT);

    writer.expose(CALLER, web, Specs.exposure(ExposureType.INTERNAL, null), DEFAULT);

    assertThat(service().getSpec().getSelector()).containsExactly(Map.entry("app", "web"));
  }

  @Test
  void refusesStaleEtag() {
    String etag = deploy(Specs.of("nginx:1.27", null, null), DEFAULT).app().etag();
    deploy(Specs.of("nginx:1.28", null, null), DEFAULT);

    assertThat(failure(() -> deploy(Specs.of("nginx:1.29", null, null), withEtag(etag))).code())
        .isEqualTo(ErrorCode.ETAG_MISMATCH);
    assertThat(failure(() -> writer.delete(CALLER, web, false, withEtag(etag))).code())
        .isEqualTo(ErrorCode.ETAG_MISMATCH);
    assertThat(deployment().getSpec().getTemplate().getSpec().getContainers().get(0).getImage())
        .isEqualTo("nginx:1.28");
  }

  @Test
  void writesWhenEtagIsCurrentThoughStatusChanged() {
    String etag = deploy(Specs.of("nginx:1.27", new Scale.Fixed(2), null), DEFAULT).app().etag();
    settled();

    Written written =
        deploy(
            Specs.of("nginx:1.28", new Scale.Fixed(2), Specs.exposure(ExposureType.INTERNAL, null)),
            withEtag(etag));

    assertThat(written.app().etag()).isNotEqualTo(etag);
  }

  @Test
  void refusesEtagOfAppThatIsGone() {
    assertThat(failure(() -> deploy(Specs.of("nginx:1.27", null, null), withEtag("\"x\""))).code())
        .isEqualTo(ErrorCode.ETAG_MISMATCH);
  }

  @Test
  void refusesToCreateAppThatExists() {
    deploy(Specs.of("nginx:1.27", null, null), CREATE);

    assertThat(failure(() -> deploy(Specs.of("nginx:1.27", null, null), CREATE)).code())
        .isEqualTo(ErrorCode.ALREADY_EXISTS);
  }

  @Test
  void letsExactlyOneOfConcurrentCreatesWin() throws Exception {
    List<Object> outcomes = atOnce(6, i -> deploy(Specs.of("nginx:1." + i, null, null), CREATE));

    assertThat(outcomes).filteredOn(Written.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(AppException.class::isInstance)
        .hasSize(5)
        .allMatch(e -> ((AppException) e).code() == ErrorCode.ALREADY_EXISTS);
  }

  @Test
  void letsExactlyOneOfConcurrentWritesWithOneEtagWin() throws Exception {
    String etag = deploy(Specs.of("nginx:1.27", null, null), DEFAULT).app().etag();

    List<Object> outcomes =
        atOnce(6, i -> deploy(Specs.of("nginx:2." + i, null, null), withEtag(etag)));

    assertThat(outcomes).filteredOn(Written.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(AppException.class::isInstance)
        .allMatch(e -> ((AppException) e).code() == ErrorCode.ETAG_MISMATCH);
  }

  @Test
  void convergesWhenDeployedConcurrently() throws Exception {
    List<Object> outcomes =
        atOnce(
            4,
            i ->
                deploy(
                    Specs.of(
                        "nginx:1.27",
                        new Scale.Fixed(2),
                        Specs.exposure(ExposureType.INTERNAL, null)),
                    DEFAULT));

    assertThat(outcomes).allMatch(Written.class::isInstance);
    assertThat(outcomes).filteredOn(w -> ((Written) w).created()).hasSize(1);
  }

  @Test
  void keepsNodePortWhenItIsLeftOutAndDropsItWhenInternal() {
    deploy(Specs.of("nginx:1.27", null, null), DEFAULT);
    writer.expose(CALLER, web, Specs.exposure(ExposureType.NODE_PORT, null), DEFAULT);
    Integer given = service().getSpec().getPorts().get(0).getNodePort();

    writer.expose(CALLER, web, Specs.exposure(ExposureType.EXTERNAL, null), DEFAULT);
    assertThat(service().getSpec().getPorts().get(0).getNodePort()).isEqualTo(given);
    Written again =
        writer.expose(CALLER, web, Specs.exposure(ExposureType.EXTERNAL, null), DEFAULT);
    assertThat(again.objects()).extracting(ObjectResult::outcome).contains(Outcome.UNCHANGED);
    assertThat(again.app().spec().exposure()).isNotNull();

    writer.expose(CALLER, web, Specs.exposure(ExposureType.INTERNAL, null), DEFAULT);
    assertThat(service().getSpec().getType()).isEqualTo("ClusterIP");
    assertThat(service().getSpec().getPorts().get(0).getNodePort()).isNull();
    assertThat(service().getMetadata().getAnnotations()).isNullOrEmpty();
  }

  @Test
  void namesFieldRelativeToExposureWhenNodePortIsOutOfRange() {
    deploy(Specs.of("nginx:1.27", null, null), DEFAULT);

    AppException e =
        failure(
            () -> writer.expose(CALLER, web, Specs.exposure(ExposureType.NODE_PORT, 80), DEFAULT));

    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(e.details().violations())
        .singleElement()
        .satisfies(v -> assertThat(v.field()).isEqualTo("ports[0].nodePort"));
  }

  @Test
  void endsExposureOnceAndThenDoesNothing() {
    deploy(Specs.of("nginx:1.27", null, Specs.exposure(ExposureType.INTERNAL, null)), DEFAULT);

    assertThat(writer.unexpose(CALLER, web, DRY).objects())
        .containsExactly(ObjectResult.of("Service/web", Outcome.DELETED));
    assertThat(service()).isNotNull();
    assertThat(writer.unexpose(CALLER, web, DEFAULT).objects())
        .containsExactly(ObjectResult.of("Service/web", Outcome.DELETED));
    await().atMost(SOON).until(() -> service() == null);
    assertThat(writer.unexpose(CALLER, web, DEFAULT).objects()).isEmpty();
  }

  @Test
  void relabelsServiceThatDeployLeavesAsItIs() {
    deploy(Specs.of("nginx:1.27", null, Specs.exposure(ExposureType.NODE_PORT, null)), DEFAULT);
    Integer port = service().getSpec().getPorts().get(0).getNodePort();

    deploy(
        Specs.of(List.of(Specs.container("web", "nginx:1.27")), null, null, Map.of("team", "web")),
        DEFAULT);

    assertThat(service().getMetadata().getLabels()).containsEntry("team", "web");
    assertThat(service().getSpec().getPorts().get(0).getNodePort()).isEqualTo(port);
  }

  @Test
  void saysNotFoundForAppThatIsNot() {
    for (Callable<?> write :
        List.<Callable<?>>of(
            () -> writer.scale(CALLER, web, new Scale.Fixed(3), DEFAULT),
            () -> writer.expose(CALLER, web, Specs.exposure(ExposureType.INTERNAL, null), DEFAULT),
            () -> writer.unexpose(CALLER, web, DEFAULT),
            () -> writer.delete(CALLER, web, true, DEFAULT))) {
      assertThat(failure(write).code()).isEqualTo(ErrorCode.NOT_FOUND);
    }
  }

  @Test
  void deletesEverythingInForeground() {
    deploy(Specs.full(), DEFAULT);
    settled();

    assertThat(writer.delete(CALLER, web, true, DRY).complete()).isFalse();
    assertThat(deployment()).isNotNull();
    DeleteResult deleted = writer.delete(CALLER, web, true, DEFAULT);

    assertThat(deleted.complete()).isTrue();
    assertThat(deleted.objects())
        .containsExactly(
            ObjectResult.of("Deployment/web", Outcome.DELETED),
            ObjectResult.of("Service/web", Outcome.DELETED));
    assertThat(deployment()).isNull();
    assertThat(client.apps().replicaSets().inNamespace(web.namespace()).list().getItems())
        .isEmpty();
  }

  @Test
  void keepsServiceOfSomebodyElseAndSaysSo() {
    deploy(Specs.of("nginx:1.27", null, null), DEFAULT);
    client
        .resource(
            new ServiceBuilder()
                .withNewMetadata()
                .withNamespace(web.namespace())
                .withName("web")
                .addToAnnotations("meta.helm.sh/release-name", "shop")
                .endMetadata()
                .withNewSpec()
                .addToSelector("x", "y")
                .addNewPort()
                .withPort(80)
                .endPort()
                .endSpec()
                .build())
        .create();

    AppException e =
        failure(
            () -> writer.expose(CALLER, web, Specs.exposure(ExposureType.INTERNAL, null), DEFAULT));
    assertThat(e.code()).isEqualTo(ErrorCode.FAILED_PRECONDITION);
    assertThat(e).hasMessageContaining("Helm release 'shop'");
    DeleteResult deleted = writer.delete(CALLER, web, false, DEFAULT);

    assertThat(deleted.objects())
        .extracting(ObjectResult::object, ObjectResult::outcome)
        .containsExactly(
            tuple("Deployment/web", Outcome.DELETED), tuple("Service/web", Outcome.KEPT));
    assertThat(service()).isNotNull();
  }

  @Test
  void deletesServiceThatFailedDeleteLeftBehind() {
    deploy(Specs.of("nginx:1.27", null, Specs.exposure(ExposureType.INTERNAL, null)), DEFAULT);
    client.apps().deployments().inNamespace(web.namespace()).withName("web").delete();
    await().atMost(SOON).until(() -> deployment() == null);

    assertThat(writer.delete(CALLER, web, false, DEFAULT).objects())
        .containsExactly(ObjectResult.of("Service/web", Outcome.DELETED));
  }

  private Written deploy(AppSpec spec, WriteOptions options) {
    return writer.deploy(CALLER, web, spec, options);
  }

  private static AppSpec withScale(AppSpec spec, Scale scale) {
    return new AppSpec(
        spec.containers(),
        scale,
        spec.exposure(),
        spec.labels(),
        spec.annotations(),
        spec.imagePullSecrets(),
        spec.serviceAccountName());
  }

  private static WriteOptions withEtag(String etag) {
    return new WriteOptions(etag, false, false, false, false);
  }

  private static AppException failure(Callable<?> write) {
    return Objects.requireNonNull(catchThrowableOfType(AppException.class, write::call));
  }

  private interface Numbered {
    Object call(int number) throws Exception;
  }

  private static List<Object> atOnce(int times, Numbered work) throws Exception {
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
  private void createAsKubectl() {
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

  private void scaleAsKubectl(int replicas) {
    scale(replicas, "kubectl");
  }

  private void scaleAsAutoscaler(int replicas) {
    scale(replicas, "kube-controller-manager");
  }

  private void scale(int replicas, String manager) {
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

  private String deployments() {
    return "/apis/apps/v1/namespaces/" + web.namespace() + "/deployments";
  }

  /** The controllers have taken up the last spec and no status changes any more. */
  private void settled() {
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

  private void awaitReplicas(int replicas) {
    await()
        .atMost(SOON)
        .until(() -> Objects.equals(deployment().getSpec().getReplicas(), replicas));
  }

  private static void assertUntouched(HasMetadata before, HasMetadata after) {
    assertThat(ours(after)).isEqualTo(ours(before));
    assertThat(after.getMetadata().getGeneration()).isEqualTo(before.getMetadata().getGeneration());
  }

  /** Our entry with its time: a write that changes nothing must not touch it. */
  private static List<ManagedFieldsEntry> ours(HasMetadata object) {
    List<ManagedFieldsEntry> entries =
        Managers.of(object).stream().filter(Managers::isOurs).toList();
    assertThat(entries).hasSize(1);
    return entries;
  }

  private Deployment deployment() {
    return client.apps().deployments().inNamespace(web.namespace()).withName("web").get();
  }

  private Service service() {
    return client.services().inNamespace(web.namespace()).withName("web").get();
  }

  private HorizontalPodAutoscaler autoscaler() {
    return client
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace(web.namespace())
        .withName("web")
        .get();
  }
}
