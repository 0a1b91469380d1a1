// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.ObjectResult.Outcome;
import io.roadstead.app.ReleaseResult;
import io.roadstead.app.Scale;
import io.roadstead.app.Warning;
import io.roadstead.cluster.ExposureType;
import io.roadstead.kubernetes.model.Specs;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Letting go of an app. */
abstract class ReleaseContract extends WriteFixture {
  private static final String RELEASED = "roadstead-released";

  @Test
  void leavesTheAppAsItIsWithoutAnyMarkOfRoadstead() {
    deploy(Specs.full(), DEFAULT);
    settled();
    var deployment = deployment();
    var service = service();

    ReleaseResult released = writer.release(CALLER, web, DEFAULT);

    assertThat(released.objects())
        .containsExactly(
            ObjectResult.of("Service/web", Outcome.CHANGED),
            ObjectResult.of("Deployment/web", Outcome.CHANGED));
    assertThat(released.warnings()).isEmpty();
    assertThat(deployment().getSpec()).isEqualTo(deployment.getSpec());
    assertThat(service().getSpec()).isEqualTo(service.getSpec());
    assertThat(deployment().getMetadata().getGeneration())
        .isEqualTo(deployment.getMetadata().getGeneration());
    assertReleased(deployment());
    assertReleased(service());
    assertThat(deployment().getMetadata().getLabels())
        .containsEntry("app.kubernetes.io/name", "web")
        .containsEntry("app.kubernetes.io/instance", "web")
        .containsEntry("team", "web");
  }

  private static void assertReleased(HasMetadata object) {
    assertReleased(object, "f:spec");
  }

  private static void assertReleased(HasMetadata object, String content) {
    assertThat(object.getMetadata().getLabels()).doesNotContainKey("app.kubernetes.io/managed-by");
    assertThat(Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.of()))
        .allSatisfy((key, value) -> assertThat(key.toString()).doesNotStartWith("roadstead.io/"));
    assertThat(Managers.of(object))
        .extracting(ManagedFieldsEntry::getManager)
        .contains(RELEASED)
        .doesNotContain("roadstead", "roadstead-autoscaler");
    assertThat(Managers.of(object))
        .filteredOn(entry -> entry.getManager().equals(RELEASED))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getOperation()).isEqualTo("Apply");
              assertThat(Managers.fields(entry).path(content).isEmpty()).isFalse();
              assertThat(Managers.fields(entry).path("f:metadata").toString())
                  .doesNotContain("managed-by", "roadstead.io/", "ownerReferences");
            });
  }

  @Test
  void letsGoOfTheFilesAndClaimsOfAllVersions() {
    deploy(withMadeVolumes("one"), DEFAULT);
    settled();
    deploy(withMadeVolumes("two"), DEFAULT);
    settled();
    var data = configs().stream().map(ConfigMap::getData).toList();
    var deployment = deployment();
    assertThat(data).hasSize(2);

    ReleaseResult released = writer.release(CALLER, web, DEFAULT);

    assertThat(released.objects())
        .extracting(found -> found.object().replaceFirst("/web.*", ""), ObjectResult::outcome)
        .containsExactly(
            tuple("Service", Outcome.CHANGED),
            tuple("ConfigMap", Outcome.CHANGED),
            tuple("ConfigMap", Outcome.CHANGED),
            tuple("PersistentVolumeClaim", Outcome.CHANGED),
            tuple("Deployment", Outcome.CHANGED));
    assertThat(configs()).extracting(ConfigMap::getData).isEqualTo(data);
    assertThat(configs())
        .allSatisfy(
            config -> {
              assertReleased(config, "f:data");
              assertThat(config.getMetadata().getOwnerReferences()).isEmpty();
              assertThat(config.getMetadata().getLabels()).doesNotContainKey("roadstead.io/volume");
            });
    assertReleased(claim(), "f:spec");
    assertThat(deployment().getMetadata().getGeneration())
        .isEqualTo(deployment.getMetadata().getGeneration());
  }

  @Test
  void leavesTheFilesOfAReleasedAppThatIsAdoptedAgain() {
    Written deployed = deploy(withMadeVolumes("one"), DEFAULT);
    settled();
    var template = deployment().getSpec().getTemplate();
    writer.release(CALLER, web, DEFAULT);
    var configs = configs();
    String manifests = manifests(web);
    assertThat(Applied.documents(manifests))
        .extracting(document -> document.path("kind").asText())
        .containsExactly("ConfigMap", "PersistentVolumeClaim", "Deployment", "Service");

    Applied.by(client, RELEASED, false, manifests);
    deploy(deployed.app().spec(), ADOPT);
    deploy(deployed.app().spec(), DEFAULT);

    assertThat(deployment().getSpec().getTemplate()).isEqualTo(template);
    assertThat(configs()).extracting(ConfigMap::getData).hasSize(1);
    assertThat(configs().get(0).getMetadata().getUid())
        .isEqualTo(configs.get(0).getMetadata().getUid());
  }

  @Test
  void refusesWhatOnlyItsOwnAppsAllowAfterwards() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(2), null), DEFAULT);
    writer.release(CALLER, web, DEFAULT);

    AppException e = failure(() -> writer.scale(CALLER, web, new Scale.Fixed(3), DEFAULT));
    assertThat(e.code()).isEqualTo(ErrorCode.FAILED_PRECONDITION);
    assertThat(e).hasMessageContaining(RELEASED);
    AppException again = failure(() -> writer.release(CALLER, web, DEFAULT));
    assertThat(again.code()).isEqualTo(ErrorCode.FAILED_PRECONDITION);
    assertThat(again).hasMessageContaining("nothing to release");
  }

  @Test
  void canBeAdoptedAgainWithoutARestart() {
    Written deployed =
        deploy(
            Specs.of("nginx:1.27", new Scale.Fixed(2), Specs.exposure(ExposureType.INTERNAL, null)),
            DEFAULT);
    settled();
    var template = deployment().getSpec().getTemplate();
    writer.release(CALLER, web, DEFAULT);

    Written adopted = deploy(deployed.app().spec(), ADOPT);

    assertThat(adopted.app().managed()).isTrue();
    assertThat(deployment().getSpec().getTemplate()).isEqualTo(template);
    assertThat(deployment().getSpec().getReplicas()).isEqualTo(2);
    assertThat(Managers.of(deployment()))
        .extracting(ManagedFieldsEntry::getManager)
        .doesNotContain(RELEASED);
    assertThat(writer.scale(CALLER, web, new Scale.Fixed(3), DEFAULT).app().managed()).isTrue();
    writer.release(CALLER, web, DEFAULT);
    assertReleased(deployment());
  }

  @Test
  void canBeAppliedByAnybodyAfterwards() {
    deploy(Specs.full(), DEFAULT);
    writer.release(CALLER, web, DEFAULT);
    var spec = deployment().getSpec();
    String manifests = manifests(web);

    Applied.by(client, "kubectl", false, manifests);
    Applied.by(client, RELEASED, false, manifests);

    assertThat(deployment().getSpec()).isEqualTo(spec);
    assertThatThrownBy(
            () ->
                Applied.by(client, "other", false, manifests.replace("replicas: 2", "replicas: 3")))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining(RELEASED);
  }

  @Test
  void leavesTheNumberOfPodsToTheAutoscaler() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(3), null), DEFAULT);
    writer.scale(CALLER, web, new Scale.Autoscaling(2, 5, 70), DEFAULT);

    ReleaseResult released = writer.release(CALLER, web, DEFAULT);

    assertThat(released.objects())
        .containsExactly(
            ObjectResult.of("HorizontalPodAutoscaler/web", Outcome.CHANGED),
            ObjectResult.of("Deployment/web", Outcome.CHANGED));
    assertReleased(autoscaler());
    Applied.by(client, RELEASED, false, manifests(web));
    assertThat(deployment().getSpec().getReplicas()).isEqualTo(3);
  }

  @Test
  void warnsThatTheCountOfAStoppedAppIsForgotten() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(3), null), DEFAULT);
    writer.scale(CALLER, web, new Scale.Fixed(0), DEFAULT);

    assertThat(writer.release(CALLER, web, DEFAULT).warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(Warning.Code.COUNT_FORGOTTEN);
              assertThat(warning.message()).contains("3 pods");
            });
    assertThat(deployment().getSpec().getReplicas()).isZero();
    assertReleased(deployment());
  }

  @Test
  void warnsThatTheAutoscalingOfAStoppedAppIsForgotten() {
    deploy(Specs.of("nginx:1.27", new Scale.Autoscaling(2, 6, 50), null), DEFAULT);
    writer.stop(CALLER, web, DEFAULT);

    assertThat(writer.release(CALLER, web, DEFAULT).warnings())
        .singleElement()
        .satisfies(
            warning -> assertThat(warning.message()).contains("autoscaling from 2 to 6 pods"));
  }

  @Test
  void writesNothingWhenOnlyValidatingOrWhenTheAppHasChanged() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(2), null), DEFAULT);
    settled();
    var before = deployment();

    assertThat(writer.release(CALLER, web, DRY).objects())
        .containsExactly(ObjectResult.of("Deployment/web", Outcome.CHANGED));
    assertThat(failure(() -> writer.release(CALLER, web, withEtag("\"old\""))).code())
        .isEqualTo(ErrorCode.ETAG_MISMATCH);

    assertThat(deployment().getMetadata().getLabels())
        .containsEntry("app.kubernetes.io/managed-by", "roadstead");
    assertUntouched(before, deployment());
  }

  @Test
  void leavesServicesOfSomebodyElseAlone() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(2), null), DEFAULT);
    client
        .resource(
            new ServiceBuilder()
                .withNewMetadata()
                .withNamespace(web.namespace())
                .withName("front")
                .endMetadata()
                .withNewSpec()
                .addToSelector("app.kubernetes.io/name", "web")
                .addNewPort()
                .withPort(80)
                .endPort()
                .endSpec()
                .build())
        .create();

    assertThat(writer.release(CALLER, web, DEFAULT).objects())
        .extracting(ObjectResult::object, ObjectResult::outcome)
        .containsExactly(
            tuple("Deployment/web", Outcome.CHANGED), tuple("Service/front", Outcome.KEPT));
  }

  @Test
  void doesNotFindAnAppThatIsNotThere() {
    assertThat(failure(() -> writer.release(CALLER, web, DEFAULT)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }
}
