// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.roadstead.app.AppException;
import io.roadstead.app.DeleteResult;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.ObjectResult.Outcome;
import io.roadstead.app.Scale;
import io.roadstead.cluster.ExposureType;
import io.roadstead.kubernetes.model.Specs;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Deleting an app. */
abstract class DeleteContract extends WriteFixture {
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
}
