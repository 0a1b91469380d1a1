// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A delete can be followed until the last pod of the app is gone. */
abstract class DeletingContract extends AppsContract {
  private static final String HOLD = "example.com/hold";

  @Inject KubernetesClient cluster;

  @Test
  void isFoundAsDeletingUntilItsPodsAreGone() {
    onBoth(
        s -> {
          s.deploy(ONE_CONTAINER);
          s.awaitState("READY");
          setFinalizers(s, List.of(HOLD));
          try {
            Outcome deleted = s.delete(false);
            assertThat(deleted.ok()).isTrue();
            assertThat(deleted.body().path("complete").asBoolean()).isFalse();
            // Right after the answer, not at some time.
            assertThat(status(s).text("/state")).isEqualTo("DELETING");
            await()
                .atMost(Session.PATIENCE)
                .untilAsserted(
                    () -> {
                      Outcome status = status(s);
                      assertThat(status.text("/pods/0/phase")).isEqualTo("TERMINATING");
                      assertThat(status.body().path("reasons")).hasSize(1);
                      assertThat(status.text("/reasons/0/reason")).isEqualTo("STOPPING");
                      assertThat(status.text("/reasons/0/message"))
                          .isEqualTo("The app is being deleted; 1 of 1 pod is shutting down.");
                    });
            assertThat(s.deploy(ONE_CONTAINER).reason()).isEqualTo("FAILED_PRECONDITION");
            assertThat(s.scale("{\"replicas\": 2}").reason()).isEqualTo("FAILED_PRECONDITION");
            assertThat(s.delete(false).ok()).isTrue();
          } finally {
            setFinalizers(s, List.of());
          }
          await().atMost(Session.PATIENCE).until(() -> "NOT_FOUND".equals(status(s).reason()));
          assertThat(s.deploy(ONE_CONTAINER).ok()).isTrue();
        });
  }

  private static Outcome status(Session s) {
    return s.client.status(Session.NAMESPACE, s.app);
  }

  private void setFinalizers(Session s, List<String> finalizers) {
    pods(s)
        .forEach(
            pod ->
                cluster
                    .resource(pod)
                    .edit(
                        found ->
                            new PodBuilder(found)
                                .editMetadata()
                                .withFinalizers(finalizers)
                                .endMetadata()
                                .build()));
  }

  private List<Pod> pods(Session s) {
    return cluster
        .pods()
        .inNamespace(Session.NAMESPACE)
        .withLabel("app.kubernetes.io/instance", s.app)
        .list()
        .getItems();
  }
}
