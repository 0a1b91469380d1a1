// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.Exposure;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.ObjectResult.Outcome;
import io.roadstead.app.Scale;
import io.roadstead.app.Settings;
import io.roadstead.app.WriteOptions;
import io.roadstead.cluster.ExposureType;
import io.roadstead.kubernetes.model.Specs;
import java.util.List;
import java.util.Map;
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

  /** Another replica may have written the app a moment ago: what reads see must not decide. */
  @Test
  void exposesDeclaredPortsOfTheAppAsTheApiServerHasIt() {
    deploy(Specs.of("nginx:1.27", null, null), DEFAULT);

    writer.expose(CALLER, web, new Exposure(ExposureType.INTERNAL, List.of()), DEFAULT);

    assertThat(service().getSpec().getPorts())
        .singleElement()
        .satisfies(
            port -> {
              assertThat(port.getPort()).isEqualTo(8080);
              assertThat(port.getTargetPort().getStrVal()).isEqualTo("http");
            });
  }

  @Test
  void refusesAnyEtagOfAnAppThatDoesNotExist() {
    var any = new WriteOptions(WriteOptions.ANY_ETAG, false, false, false, false);

    assertThat(failure(() -> writer.scale(CALLER, web, new Scale.Fixed(1), any)).code())
        .isEqualTo(ErrorCode.ETAG_MISMATCH);
    assertThat(failure(() -> writer.delete(CALLER, web, false, any)).code())
        .isEqualTo(ErrorCode.ETAG_MISMATCH);
    deploy(Specs.of("nginx:1.27", null, null), DEFAULT);
    assertThat(writer.scale(CALLER, web, new Scale.Fixed(2), any).objects()).isNotEmpty();
  }

  @Test
  void changesTheEtagWithTheAnnotationsOfTheExposure() {
    Exposure plain = Specs.exposure(ExposureType.INTERNAL, null);
    String before = deploy(Specs.of("nginx:1.27", null, plain), DEFAULT).app().etag();
    var annotated =
        new Exposure(
            plain.type(),
            plain.ports(),
            new Settings(Map.of("annotations", Map.of("example.com/internal", "true"))));

    Written after = deploy(Specs.of("nginx:1.27", null, annotated), DEFAULT);

    assertThat(after.app().spec().exposure()).isEqualTo(annotated);
    assertThat(after.app().etag()).isNotEqualTo(before);
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
