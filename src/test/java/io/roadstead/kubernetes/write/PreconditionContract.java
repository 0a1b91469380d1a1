// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.Scale;
import io.roadstead.cluster.ExposureType;
import io.roadstead.kubernetes.model.Specs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Etags, create-only writes, and several writers at once. */
abstract class PreconditionContract extends WriteFixture {
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
}
