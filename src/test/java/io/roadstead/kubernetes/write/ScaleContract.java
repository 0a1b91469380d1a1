// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.FieldConflict;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.ObjectResult.Outcome;
import io.roadstead.app.Scale;
import io.roadstead.kubernetes.model.Specs;
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
}
