// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.FieldConflict;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.ObjectResult.Outcome;
import io.roadstead.app.Scale;
import io.roadstead.kubernetes.model.Specs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who says how many pods there are. */
abstract class ScaleContract extends WriteFixture {
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
  void leavesAnAutoscalerOfItsNameThatScalesAnother() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(1), null), DEFAULT);
    client
        .resource(
            new HorizontalPodAutoscalerBuilder()
                .withNewMetadata()
                .withNamespace(web.namespace())
                .withName("web")
                .addToLabels("app.kubernetes.io/managed-by", "roadstead")
                .endMetadata()
                .withNewSpec()
                .withNewScaleTargetRef("apps/v1", "Deployment", "other")
                .withMaxReplicas(7)
                .endSpec()
                .build())
        .create();

    AppException e =
        failure(() -> writer.scale(CALLER, web, new Scale.Autoscaling(1, 2, 50), DEFAULT));
    assertThat(e.code()).isEqualTo(ErrorCode.FAILED_PRECONDITION);
    assertThat(e).hasMessageContaining("Deployment/other");
    writer.delete(CALLER, web, false, DEFAULT);

    assertThat(autoscaler().getMetadata().getDeletionTimestamp()).isNull();
    assertThat(autoscaler().getSpec().getMaxReplicas()).isEqualTo(7);
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
  void startsWithTheCountBeforeTheStopOrOne() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(3), null), DEFAULT);
    writer.stop(CALLER, web, DEFAULT);
    assertThat(writer.stop(CALLER, web, DEFAULT).objects())
        .extracting(ObjectResult::outcome)
        .containsOnly(Outcome.UNCHANGED);

    writer.start(CALLER, web, DEFAULT);

    assertThat(deployment().getSpec().getReplicas()).isEqualTo(3);
    assertThat(annotations()).doesNotContainKey("roadstead.io/replicas-before-stop");
    writer.scale(CALLER, web, new Scale.Fixed(5), DEFAULT);
    writer.start(CALLER, web, DEFAULT);
    assertThat(deployment().getSpec().getReplicas()).isEqualTo(5);
    writer.delete(CALLER, web, true, DEFAULT);
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(0), null), DEFAULT);
    writer.start(CALLER, web, DEFAULT);
    assertThat(deployment().getSpec().getReplicas()).isEqualTo(1);
  }

  @Test
  void bringsBackTheWholeAutoscalerWithItsName() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(3), null), DEFAULT);
    writer.scale(CALLER, web, new Scale.Autoscaling(2, 6, 50), DEFAULT);
    HorizontalPodAutoscaler made = requireNonNull(autoscaler());
    client.resource(made).delete();
    var other =
        new HorizontalPodAutoscalerBuilder(made)
            .withNewMetadata()
            .withNamespace(web.namespace())
            .withName("web-by-load")
            .withLabels(made.getMetadata().getLabels())
            .endMetadata()
            .editSpec()
            .withNewBehavior()
            .withNewScaleDown()
            .withStabilizationWindowSeconds(77)
            .addNewPolicy()
            .withType("Pods")
            .withValue(1)
            .withPeriodSeconds(60)
            .endPolicy()
            .endScaleDown()
            .endBehavior()
            .endSpec()
            .withStatus(null)
            .build();
    HorizontalPodAutoscaler created = client.resource(other).create();

    writer.stop(CALLER, web, DEFAULT);

    assertThat(deployment().getSpec().getReplicas()).isZero();
    assertThat(autoscalers()).isEmpty();
    assertThat(annotations())
        .containsEntry("roadstead.io/replicas-before-stop", "3")
        .containsEntry("roadstead.io/autoscaler-before-stop", "web-by-load");
    assertThat(annotations().get("roadstead.io/autoscaling-before-stop"))
        .contains("\"stabilizationWindowSeconds\":77")
        .doesNotContain("scaleTargetRef");

    writer.start(CALLER, web, DEFAULT);

    assertThat(deployment().getSpec().getReplicas()).isEqualTo(3);
    assertThat(annotations().keySet()).noneMatch(key -> key.endsWith("before-stop"));
    assertThat(autoscalers()).hasSize(1);
    HorizontalPodAutoscaler back = autoscalers().get(0);
    assertThat(back.getMetadata().getName()).isEqualTo("web-by-load");
    assertThat(back.getSpec()).isEqualTo(created.getSpec());
  }

  @Test
  void forgetsTheAutoscalingWhenAStoppedAppGetsANumber() {
    deploy(Specs.of("nginx:1.27", new Scale.Autoscaling(2, 6, 50), null), DEFAULT);
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(0), null), DEFAULT);
    deploy(Specs.of("nginx:1.28", null, null), DEFAULT);
    assertThat(annotations()).containsKey("roadstead.io/autoscaling-before-stop");

    writer.scale(CALLER, web, new Scale.Fixed(1), DEFAULT);

    assertThat(annotations().keySet()).noneMatch(key -> key.endsWith("before-stop"));
  }

  private List<HorizontalPodAutoscaler> autoscalers() {
    return client
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace(web.namespace())
        .list()
        .getItems();
  }

  private Map<String, String> annotations() {
    return requireNonNullElse(deployment().getMetadata().getAnnotations(), Map.of());
  }
}
