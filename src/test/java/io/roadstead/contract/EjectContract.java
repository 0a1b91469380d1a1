// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.contract.RoadsteadClient.Options;
import org.junit.jupiter.api.Test;

/** How an app leaves Roadstead, with its manifests, and comes back. */
abstract class EjectContract extends AppsContract {
  private static final String EXPOSED =
      ONE_CONTAINER.replaceFirst("\\{", "{\"exposure\": {\"type\": \"INTERNAL\"}, ");

  @Test
  void readsManifestsOfEveryObject() {
    onBoth(
        s -> {
          s.deploy(EXPOSED);
          String manifests = manifests(s).text("/manifests");
          assertThat(manifests)
              .startsWith("apiVersion: apps/v1\nkind: Deployment\n")
              .contains("---\napiVersion: v1\nkind: Service\n")
              .contains("image: luksa/kubia:1.0")
              .doesNotContain("status:", "uid:");
        });
  }

  @Test
  void letsGoOfAnAppThatComesBack() {
    onBoth(
        s -> {
          s.deploy(EXPOSED);
          s.awaitState("READY");
          String pod = s.get().text("/status/pods/0/name");
          Outcome released = release(s, Options.NONE);
          assertThat(released.text("/name")).isEqualTo("namespaces/default/apps/" + s.app);
          assertThat(released.text("/objects/0/outcome")).isEqualTo("CHANGED");
          assertThat(released.text("/objects/1/outcome")).isEqualTo("CHANGED");
          assertThat(s.get().body().path("managed").asBoolean()).isFalse();
          assertThat(s.scale("{\"replicas\": 2}").reason()).isEqualTo("FAILED_PRECONDITION");
          assertThat(s.expose("{\"type\": \"INTERNAL\"}").reason())
              .isEqualTo("FAILED_PRECONDITION");
          assertThat(release(s, Options.NONE).reason()).isEqualTo("FAILED_PRECONDITION");
          // The label of the pods stays: without it, they would restart.
          assertThat(manifests(s).text("/manifests").split("spec:", 2)[0])
              .doesNotContain("managed-by");
          Outcome adopted = s.deploy(EXPOSED, Options.ADOPT);
          assertThat(adopted.body().path("managed").asBoolean()).isTrue();
          assertThat(adopted.text("/status/pods/0/name")).isEqualTo(pod);
        });
  }

  @Test
  void letsGoOnlyOfWhatIsAsItWasRead() {
    onBoth(
        s -> {
          assertThat(release(s, Options.NONE).reason()).isEqualTo("NOT_FOUND");
          assertThat(manifests(s).reason()).isEqualTo("NOT_FOUND");
          String etag = s.deploy(ONE_CONTAINER).text("/etag");
          assertThat(release(s, Options.VALIDATE_ONLY).ok()).isTrue();
          assertThat(s.get().body().path("managed").asBoolean()).isTrue();
          s.scale("{\"replicas\": 0}");
          assertThat(release(s, Options.etag(etag)).reason()).isEqualTo("ETAG_MISMATCH");
          Outcome released = release(s, Options.etag(s.get().text("/etag")));
          assertThat(released.text("/warnings/0/code")).isEqualTo("COUNT_FORGOTTEN");
        });
  }

  private static Outcome manifests(Session s) {
    return s.seen("manifests", s.client.manifests(Session.NAMESPACE, s.app));
  }

  private static Outcome release(Session s, Options options) {
    return s.seen("release", s.client.release(Session.NAMESPACE, s.app, options));
  }
}
