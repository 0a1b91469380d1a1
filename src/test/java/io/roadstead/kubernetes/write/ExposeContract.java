// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ExposureType;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.ObjectResult.Outcome;
import org.junit.jupiter.api.Test;

/** Exposing an app and ending that. */
abstract class ExposeContract extends WriteFixture {
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
}
