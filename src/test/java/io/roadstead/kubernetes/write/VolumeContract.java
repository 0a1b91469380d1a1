// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.roadstead.app.AppException;
import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Container;
import io.roadstead.app.ContainerPort;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.ObjectResult.Outcome;
import io.roadstead.app.Resources;
import io.roadstead.app.Scale;
import io.roadstead.app.Settings;
import io.roadstead.app.Violation;
import io.roadstead.app.Warning;
import io.roadstead.cluster.ExposureType;
import io.roadstead.cluster.Protocol;
import io.roadstead.kubernetes.model.ConfigMapMapping;
import io.roadstead.kubernetes.model.Specs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Claims and files of volumes, and what a deploy says about volumes, ports and requests. */
abstract class VolumeContract extends WriteFixture {
  private static final Map<String, Object> CLAIM =
      Map.of("name", "data", "claim", Map.of("size", "1Gi"));

  @Test
  void createsClaimBeforeDeploymentAndKeepsIt() {
    AppSpec spec = withVolumes(CLAIM);

    assertThat(deploy(spec, DRY).objects())
        .extracting(ObjectResult::object)
        .containsExactly("PersistentVolumeClaim/web-data", "Deployment/web");
    assertThat(claim("web-data")).isNull();
    Written written = deploy(spec, DEFAULT);

    assertThat(written.objects())
        .containsExactly(
            ObjectResult.of("PersistentVolumeClaim/web-data", Outcome.CREATED),
            ObjectResult.of("Deployment/web", Outcome.CREATED));
    PersistentVolumeClaim claim = claim("web-data");
    assertThat(claim.getSpec().getAccessModes()).containsExactly("ReadWriteOnce");
    assertThat(claim.getSpec().getResources().getRequests())
        .containsEntry("storage", new Quantity("1Gi"));
    assertThat(claim.getMetadata().getLabels())
        .containsEntry("app.kubernetes.io/name", "web")
        .containsEntry("app.kubernetes.io/instance", "web")
        .containsEntry("app.kubernetes.io/managed-by", "roadstead");
    assertThat(volumes(written))
        .containsExactly(new Settings(Map.of("name", "data", "claim", Map.of("name", "web-data"))));
    assertThat(deploy(spec, DEFAULT).objects())
        .extracting(ObjectResult::outcome)
        .containsOnly(Outcome.UNCHANGED);
    assertThat(writer.delete(CALLER, web, false, DEFAULT).objects())
        .extracting(ObjectResult::object, ObjectResult::outcome)
        .contains(tuple("PersistentVolumeClaim/web-data", Outcome.KEPT));
    assertThat(claim("web-data").getMetadata().getDeletionTimestamp()).isNull();
  }

  @Test
  void warnsAboutClaimOfAnotherSizeAndLeavesIt() {
    deploy(withVolumes(CLAIM), DEFAULT);
    String version = claim("web-data").getMetadata().getUid();

    Written written =
        deploy(withVolumes(Map.of("name", "data", "claim", Map.of("size", "2Gi"))), DEFAULT);

    assertThat(written.warnings())
        .extracting(Warning::code, Warning::field)
        .contains(tuple(Warning.Code.KEPT_OBJECT, "volumes[0].claim.size"));
    assertThat(claim("web-data").getMetadata().getUid()).isEqualTo(version);
    assertThat(claim("web-data").getSpec().getResources().getRequests())
        .containsEntry("storage", new Quantity("1Gi"));
  }

  @Test
  void leavesNoClaimWhenDeploymentIsRefused() {
    AppSpec refused =
        withVolumes(CLAIM)
            .with(
                withVolumes(CLAIM)
                    .settings()
                    .with("placement", Map.of("nodeSelector", Map.of("no key!", "x"))));

    AppException e = failure(() -> deploy(refused, DEFAULT));

    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(claim("web-data")).isNull();
  }

  @Test
  void storesFilesUnderNameOfTheirContent() {
    Written written = deploy(withFiles(Map.of("a.conf", "one")), DEFAULT);

    String name = configName(written);
    assertThat(name).startsWith("web-conf-");
    assertThat(written.objects())
        .containsExactly(
            ObjectResult.of("ConfigMap/" + name, Outcome.CREATED),
            ObjectResult.of("Deployment/web", Outcome.CREATED));
    ConfigMap stored = config(name);
    assertThat(stored.getData()).isEqualTo(Map.of("a.conf", "one"));
    assertThat(stored.getImmutable()).isTrue();
    assertThat(stored.getMetadata().getLabels()).containsEntry("roadstead.io/volume", "conf");
    assertThat(stored.getMetadata().getOwnerReferences())
        .extracting(owner -> owner.getUid())
        .containsExactly(deployment().getMetadata().getUid());
    settled();
    assertThat(deploy(withFiles(Map.of("a.conf", "one")), DEFAULT).objects())
        .extracting(ObjectResult::outcome)
        .containsOnly(Outcome.UNCHANGED);
    assertThat(deploy(written.app().spec(), DEFAULT).objects())
        .containsExactly(ObjectResult.of("Deployment/web", Outcome.UNCHANGED));
    assertThat(config(name).getMetadata().getResourceVersion())
        .isEqualTo(stored.getMetadata().getResourceVersion());
  }

  @Test
  void keepsFilesOfOlderVersionsAndDeletesOthers() {
    String first = configName(deploy(withFiles(Map.of("a.conf", "one")), DEFAULT));
    settled();
    String second = configName(deploy(withFiles(Map.of("a.conf", "two")), DEFAULT));
    settled();

    assertThat(second).isNotEqualTo(first);
    assertThat(config(first)).isNotNull();
    AppSpec lastOnly = withFiles(Map.of("a.conf", "two"));
    deploy(lastOnly.with(lastOnly.settings().with("update", Map.of("revisionsKept", 0L))), DEFAULT);
    settled();
    org.awaitility.Awaitility.await()
        .atMost(SOON)
        .until(
            () ->
                client.apps().replicaSets().inNamespace(web.namespace()).list().getItems().size()
                    == 1);
    Written swept =
        deploy(
            lastOnly.with(lastOnly.settings().with("update", Map.of("revisionsKept", 0L))),
            DEFAULT);

    assertThat(swept.objects()).contains(ObjectResult.of("ConfigMap/" + first, Outcome.DELETED));
    assertThat(config(first)).isNull();
    assertThat(config(second)).isNotNull();
  }

  @Test
  void leavesNoClaimOrFilesWhenTheChangeOfAnAppIsRefused() {
    deploy(withVolumes(), DEFAULT);
    AppSpec wanted = withVolumes(CLAIM, confFiles(Map.of("a.conf", "one")));
    AppSpec refused =
        wanted.with(
            wanted.settings().with("placement", Map.of("nodeSelector", Map.of("no key!", "x"))));

    AppException e = failure(() -> deploy(refused, DEFAULT));

    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(claim("web-data")).isNull();
    assertThat(files()).isEmpty();
  }

  @Test
  void deletesFilesThatAFailedDeployHasLeft() {
    String first = configName(deploy(withFiles(Map.of("a.conf", "one")), DEFAULT));
    settled();
    String second = configName(deploy(withFiles(Map.of("a.conf", "two")), DEFAULT));
    settled();
    Settings left = new Settings(confFiles(Map.of("a.conf", "left")));
    String leftName = ConfigMapMapping.desired(web, left).getMetadata().getName();
    client.resource(ConfigMapMapping.desired(web, left)).create();

    Written swept = deploy(withFiles(Map.of("a.conf", "two")), DEFAULT);

    assertThat(swept.objects()).contains(ObjectResult.of("ConfigMap/" + leftName, Outcome.DELETED));
    assertThat(files())
        .extracting(found -> found.getMetadata().getName())
        .containsExactlyInAnyOrder(first, second);
  }

  @Test
  void usesFilesThatAFailedDeployHasLeft() {
    deploy(withVolumes(), DEFAULT);
    Settings left = new Settings(confFiles(Map.of("a.conf", "one")));
    client.resource(ConfigMapMapping.desired(web, left)).create();

    String name = configName(deploy(withFiles(Map.of("a.conf", "one")), DEFAULT));

    assertThat(files()).singleElement().isEqualTo(config(name));
    assertThat(config(name).getMetadata().getOwnerReferences()).hasSize(1);
  }

  @Test
  void mapsPathsWithDirectoriesToKeys() {
    Written written =
        deploy(withFiles(Map.of("conf.d/a.conf", "one", "conf.d.a.conf", "two")), DEFAULT);

    assertThat(config(configName(written)).getData())
        .isEqualTo(Map.of("conf.d.a.conf", "two", "conf.d.a.conf_", "one"));
    assertThat(volumes(written).get(0).group("config").groups("items"))
        .extracting(item -> item.text("key"), item -> item.text("path"))
        .containsExactlyInAnyOrder(
            tuple("conf.d.a.conf", "conf.d.a.conf"), tuple("conf.d.a.conf_", "conf.d/a.conf"));
  }

  @Test
  void refusesFilesWhoseNameSomebodyElseUses() {
    String name = configName(deploy(withFiles(Map.of("a.conf", "s3cret-content")), DRY));
    client
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(web.namespace())
                .withName(name)
                .endMetadata()
                .addToData("a.conf", "else")
                .build())
        .create();

    AppException e = failure(() -> deploy(withFiles(Map.of("a.conf", "s3cret-content")), DEFAULT));

    assertThat(e.code()).isEqualTo(ErrorCode.FAILED_PRECONDITION);
    assertThat(e).hasMessageContaining(name);
    assertThat(e.getMessage()).doesNotContain("s3cret-content");
    assertThat(deployment()).isNull();
  }

  @Test
  void refusesTheClaimOfAnotherAppUnlessItIsNamed() {
    Map<String, Object> volume = Map.of("name", "db-data", "claim", Map.of("size", "1Gi"));
    deploy(withVolumes(volume), DEFAULT);
    var other = new AppName(web.namespace(), "web-db");

    AppException e = failure(() -> writer.deploy(CALLER, other, withVolumes(CLAIM), DEFAULT));

    assertThat(e.code()).isEqualTo(ErrorCode.FAILED_PRECONDITION);
    assertThat(e).hasMessageContaining("PersistentVolumeClaim/web-db-data");
    assertThat(e).hasMessageContaining("claim.name=web-db-data");
    Map<String, Object> named =
        Map.of("name", "data", "claim", Map.of("size", "1Gi", "name", "web-db-data"));
    assertThat(writer.deploy(CALLER, other, withVolumes(named), DEFAULT).created()).isTrue();
  }

  @Test
  void warnsAboutVolumesAndMountsThatGo() {
    Map<String, Object> empty = Map.of("name", "tmp", "empty", Map.of());
    deploy(withMounts(withVolumes(empty), "/tmp", "/cache"), DEFAULT);

    assertThat(deploy(withMounts(withVolumes(empty), "/tmp"), DRY).warnings())
        .extracting(Warning::code, Warning::field)
        .containsExactly(tuple(Warning.Code.VOLUME_REMOVED, "containers[0].volumeMounts"));
    Container renamed = Specs.container("db", "nginx:1.27");
    AppSpec without =
        Specs.of(List.of(renamed), null, null, Map.of()).with(withVolumes(empty).settings());
    assertThat(deploy(without, DRY).warnings())
        .extracting(Warning::field)
        .containsExactly("volumes", "volumes");
    assertThat(deploy(withVolumes(), DEFAULT).warnings())
        .extracting(Warning::code, Warning::field)
        .containsExactly(tuple(Warning.Code.VOLUME_REMOVED, "volumes"));
  }

  @Test
  void refusesMountOfUnknownVolumeAndMemoryInThousandths() {
    Container broken =
        new Container(
            "web",
            "nginx:1.27",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Resources(Map.of("memory", new io.roadstead.app.Quantity("128m")), Map.of()),
            null,
            null,
            null,
            new Settings(Map.of("volumeMounts", List.of(Map.of("volume", "no", "path", "/x")))));

    AppException e =
        failure(() -> deploy(Specs.of(List.of(broken), null, null, Map.of()), DEFAULT));

    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(e.details().violations())
        .extracting(Violation::field)
        .containsExactly(
            "containers[0].volumeMounts[0].volume", "containers[0].resources.requests.memory");
    assertThat(e).hasMessageContaining("is 0.128 bytes; send 128Mi");
  }

  @Test
  void refusesToLoseThePortOfTheExposureThatStays() {
    deploy(Specs.of("nginx:1.27", null, Specs.exposure(ExposureType.INTERNAL, null)), DEFAULT);

    AppException e = failure(() -> deploy(withPort("web", 8080), DEFAULT));

    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(e).hasMessageContaining("\"http\"").hasMessageContaining("web");
  }

  @Test
  void warnsAboutPortsAndRequestsThatAreMissing() {
    AppSpec spec =
        withPort("http", 9090)
            .with(
                new io.roadstead.app.Exposure(
                    ExposureType.INTERNAL,
                    List.of(
                        new io.roadstead.app.ExposurePort(null, 80, "8080", Protocol.TCP, null))))
            .with(new Scale.Autoscaling(1, 3, 80));

    assertThat(deploy(spec, DEFAULT).warnings())
        .extracting(Warning::code, Warning::field)
        .containsExactly(
            tuple(Warning.Code.UNDECLARED_TARGET_PORT, "exposure.ports[0].targetPort"),
            tuple(Warning.Code.NO_RESOURCE_REQUEST, "containers[0].resources.requests.cpu"));
  }

  private static AppSpec withPort(String name, int port) {
    Container container =
        new Container(
            "web",
            "nginx:1.27",
            List.of(),
            List.of(),
            List.of(),
            List.of(new ContainerPort(name, port, Protocol.TCP)),
            Resources.NONE,
            null,
            null,
            null);
    return Specs.of(List.of(container), null, null, Map.of());
  }

  @SafeVarargs
  private static AppSpec withVolumes(Map<String, Object>... volumes) {
    AppSpec spec = Specs.of("nginx:1.27", null, null);
    return volumes.length == 0
        ? spec
        : spec.with(new Settings(Map.of("volumes", List.of(volumes))));
  }

  private static AppSpec withFiles(Map<String, String> files) {
    return withVolumes(confFiles(files));
  }

  private static Map<String, Object> confFiles(Map<String, String> files) {
    return Map.of("name", "conf", "config", Map.of("files", files));
  }

  private List<ConfigMap> files() {
    return client
        .configMaps()
        .inNamespace(web.namespace())
        .withLabel("roadstead.io/volume")
        .list()
        .getItems();
  }

  private static AppSpec withMounts(AppSpec spec, String... paths) {
    Container web = spec.containers().get(0);
    List<Map<String, Object>> mounts =
        java.util.stream.Stream.of(paths)
            .map(path -> Map.<String, Object>of("volume", "tmp", "path", path))
            .toList();
    Container mounted =
        new Container(
            web.name(),
            web.image(),
            web.command(),
            web.args(),
            web.env(),
            web.ports(),
            web.resources(),
            null,
            null,
            null,
            new Settings(Map.of("volumeMounts", mounts)));
    return Specs.of(List.of(mounted), null, null, Map.of()).with(spec.settings());
  }

  private static List<Settings> volumes(Written written) {
    return written.app().spec().settings().groups("volumes");
  }

  private static String configName(Written written) {
    return volumes(written).get(0).group("config").word("name");
  }

  private PersistentVolumeClaim claim(String name) {
    return client.persistentVolumeClaims().inNamespace(web.namespace()).withName(name).get();
  }

  private ConfigMap config(String name) {
    return client.configMaps().inNamespace(web.namespace()).withName(name).get();
  }
}
