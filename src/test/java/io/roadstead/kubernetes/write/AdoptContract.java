// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.app.AppException;
import io.roadstead.app.AppSpec;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.ObjectResult.Outcome;
import io.roadstead.app.Scale;
import io.roadstead.cluster.ExposureType;
import io.roadstead.cluster.Freshness;
import io.roadstead.kubernetes.model.DeploymentMapping;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.Specs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Apps that somebody else made. */
abstract class AdoptContract extends WriteFixture {
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
        ObservedApp.desiredOnly(
                DeploymentMapping.observed(deployment()),
                List.of(),
                List.of(),
                new Freshness(Instant.EPOCH, false))
            .spec()
            .with((Scale) null);
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
    assertThat(pod.getContainers().get(0).getVolumeMounts()).isEmpty();
    assertThat(pod.getVolumes()).isEmpty();
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
}
