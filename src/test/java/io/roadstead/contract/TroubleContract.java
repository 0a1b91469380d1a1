// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.roadstead.contract.RoadsteadClient.Options;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input, and trouble with others who use the cluster. */
abstract class TroubleContract extends AppsContract {
  @Inject KubernetesClient kubernetes;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                                                        | containers
          {"containers":[{"image":"x"}]}                                            | containers[0].name
          {"containers":[{"name":"Web","image":"x"}]}                               | containers[0].name
          {"containers":[{"name":"web","image":"Up per"}]}                          | containers[0].image
          {"containers":[{"name":"a","image":"x"},{"name":"a","image":"x"}]}        | containers[1].name
          {"containers":[{"name":"a","image":"x","ports":[{"port":0}]}]}            | containers[0].ports[0].port
          {"containers":[{"name":"a","image":"x","ports":[{}]}]}                    | containers[0].ports[0].port
          {"containers":[{"name":"a","image":"x","ports":[{"port":70000}]}]}        | containers[0].ports[0].port
          {"containers":[{"name":"a","image":"x","ports":[{"name":"p","port":1},{"name":"p","port":2}]}]} | containers[0].ports[1].name
          {"containers":[{"name":"a","image":"x"}],"replicas":-1}                   | replicas
          {"containers":[{"name":"a","image":"x"}],"replicas":2000000000}           | replicas
          {"containers":[{"name":"a","image":"x"}],"replicas":1,"autoscaling":{"minReplicas":1,"maxReplicas":2,"targetCpuPercent":50}} | replicas
          {"containers":[{"name":"a","image":"x"}],"autoscaling":{"minReplicas":5,"maxReplicas":2,"targetCpuPercent":50}} | autoscaling.maxReplicas
          {"containers":[{"name":"a","image":"x","env":[{"name":"A"}]}]}            | containers[0].env[0]
          {"containers":[{"name":"a","image":"x","env":[{"name":"1=A","value":"v"}]}]} | containers[0].env[0].name
          {"containers":[{"name":"a","image":"x","env":[{"name":"A","secretRef":{"key":"k"}}]}]} | containers[0].env[0].secretRef.name
          {"containers":[{"name":"a","image":"x","livenessProbe":{"periodSeconds":1}}]} | containers[0].livenessProbe
          {"containers":[{"name":"a","image":"x","livenessProbe":{"tcp":{"port":"nope"}}}]} | containers[0].livenessProbe.tcp.port
          {"containers":[{"name":"a","image":"x","resources":{"limits":{"cpu":"much"}}}]} | containers[0].resources.limits.cpu
          {"containers":[{"name":"a","image":"x"}],"exposure":{}}                   | exposure.type
          {"containers":[{"name":"a","image":"x"}],"exposure":{"type":"PUBLIC"}}    | exposure.type
          {"containers":[{"name":"a","image":"x","ports":[{"port":1,"protocol":"IP"}]}]} | containers[0].ports[0].protocol
          {"containers":[{"name":"a","image":"x"}],"exposure":{"type":"INTERNAL","ports":[{"port":80,"targetPort":"nope"}]}} | exposure.ports[0].targetPort
          {"containers":[{"name":"a","image":"x"}],"exposure":{"type":"NODE_PORT","ports":[{"port":80,"nodePort":70000}]}} | exposure.ports[0].nodePort
          {"containers":[{"name":"a","image":"x"}],"labels":{"roadstead.io/x":"1"}} | labels
          {"containers":[{"name":"a","image":"x"}],"imagePullSecrets":["No"]}       | imagePullSecrets[0]
          """)
  void namesTheFieldOfADeployThatIsWrong(String spec, String field) {
    onBoth(
        s -> {
          Outcome refused = s.deploy(spec);
          assertThat(refused.reason()).isEqualTo("INVALID_ARGUMENT");
          assertThat(refused.fields()).contains(field);
          assertThat(s.get().reason()).isEqualTo("NOT_FOUND");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                                  | replicas
          {"replicas":-1}                                     | replicas
          {"replicas":10001}                                  | replicas
          {"autoscaling":{"minReplicas":0,"maxReplicas":2,"targetCpuPercent":50}} | autoscaling.minReplicas
          """)
  void namesTheFieldOfAScaleThatIsWrong(String scale, String field) {
    onBoth(
        s -> {
          s.deploy(ONE_CONTAINER);
          Outcome refused = s.scale(scale);
          assertThat(refused.reason()).isEqualTo("INVALID_ARGUMENT");
          assertThat(refused.fields()).containsExactly(field);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Kubia", "-a", "a_b", "1a.", "k\u00fcbia", "a b", "a\n", "a%00", "a?b", "a#b"})
  void namesTheAppWhoseNameIsWrong(String app) {
    onBoth(
        s -> {
          Outcome refused = s.seen("get", s.client.get(Session.NAMESPACE, app));
          assertThat(refused.reason()).isEqualTo("INVALID_ARGUMENT");
        });
  }

  @Test
  void refusesNamesThatAreTooLong() {
    onBoth(
        s -> {
          String name = "a".repeat(254);
          Outcome refused =
              s.seen(
                  "deploy", s.client.deploy(Session.NAMESPACE, name, ONE_CONTAINER, Options.NONE));
          assertThat(refused.reason()).isEqualTo("INVALID_ARGUMENT");
          assertThat(refused.fields()).containsExactly("app");
        });
  }

  @Test
  void refusesNamesThatClimb() {
    onBoth(
        s -> {
          assertThat(s.client.get(Session.NAMESPACE, "../x").reason())
              .isEqualTo("INVALID_ARGUMENT");
          assertThat(s.seen("list", s.client.list("A", 1, "", "")).fields())
              .containsExactly("namespace");
        });
  }

  @Test
  void doesNotCreateANamespaceThatIsMissing() {
    onBoth(
        s -> {
          Outcome refused =
              s.seen(
                  "deploy",
                  s.client.deploy("no-such-namespace", s.app, ONE_CONTAINER, Options.NONE));
          assertThat(refused.reason()).isEqualTo("NOT_FOUND");
          assertThat(kubernetes.namespaces().withName("no-such-namespace").get()).isNull();
        });
  }

  @Test
  void saysThatANamespaceIsNotThereInsteadOfListingNoApps() {
    onBoth(
        s -> {
          Outcome missing = s.seen("list", s.client.list("no-such-namespace", 10, "", ""));
          assertThat(missing.reason()).isEqualTo("NOT_FOUND");
          Outcome empty = s.seen("list", s.client.list("kube-public", 10, "", ""));
          assertThat(empty.ok()).isTrue();
          Outcome all = s.client.list("-", 10, "", "team=nobody-has-this");
          assertThat(all.ok()).isTrue();
        });
  }

  @Test
  void saysThatANodePortIsTaken() {
    String exposure =
        "{\"type\": \"NODE_PORT\", \"ports\": [{\"port\": 80, \"nodePort\": %d}]}"
            .formatted(31_000 + ThreadLocalRandom.current().nextInt(600));
    Session owner = shared();
    owner.deploy(ONE_CONTAINER);
    assertThat(owner.expose(exposure).ok()).isTrue();
    onBoth(
        s -> {
          s.deploy(ONE_CONTAINER);
          Outcome refused = s.expose(exposure);
          assertThat(refused.reason()).isEqualTo("FAILED_PRECONDITION");
          assertThat(refused.fields()).containsExactly("ports[0].nodePort");
        });
    owner.unexpose();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "\"a\" \"b\"", "W/abc", "*, \"a\""})
  void refusesAnEtagThatIsNone(String etag) {
    onBoth(
        s -> {
          s.deploy(ONE_CONTAINER);
          Outcome refused = s.scale("{\"replicas\": 1}", Options.etag(etag));
          assertThat(refused.reason()).isEqualTo("INVALID_ARGUMENT");
          assertThat(refused.fields()).hasSize(1).isSubsetOf("If-Match", "options.etag");
        });
  }

  @Test
  void takesOneOfSeveralEtagsAndNoWeakOne() {
    onBoth(
        s -> {
          String etag = s.deploy(ONE_CONTAINER).text("/etag");
          assertThat(s.scale("{\"replicas\": 1}", Options.etag("W/" + etag)).reason())
              .isEqualTo("ETAG_MISMATCH");
          assertThat(s.scale("{\"replicas\": 1}", Options.etag("\"a,b\", " + etag)).ok()).isTrue();
        });
  }

  @Test
  void saysThatAnAppIsNotThere() {
    onBoth(
        s -> {
          assertThat(s.get().reason()).isEqualTo("NOT_FOUND");
          assertThat(s.status().reason()).isEqualTo("NOT_FOUND");
          assertThat(s.pods(1, "").reason()).isEqualTo("NOT_FOUND");
          assertThat(s.scale("{\"replicas\": 1}").reason()).isEqualTo("NOT_FOUND");
          assertThat(s.expose("{\"type\": \"INTERNAL\"}").reason()).isEqualTo("NOT_FOUND");
          assertThat(s.unexpose().reason()).isEqualTo("NOT_FOUND");
          assertThat(s.delete(false).reason()).isEqualTo("NOT_FOUND");
        });
  }

  @Test
  void doesNotExposeAnAppWithoutPorts() {
    onBoth(
        s -> {
          s.deploy("{\"containers\":[{\"name\":\"web\",\"image\":\"busybox\"}]}");
          assertThat(s.expose("{\"type\": \"INTERNAL\"}").reason())
              .isEqualTo("FAILED_PRECONDITION");
        });
  }

  @Test
  void takesOverOnlyWhatItIsToldTo() {
    onBoth(
        s -> {
          Kubectl.create(kubernetes, Session.NAMESPACE, s.app);
          await().until(() -> s.client.get(Session.NAMESPACE, s.app).ok());
          assertThat(s.deploy(ONE_CONTAINER).reason()).isEqualTo("FAILED_PRECONDITION");
          assertThat(s.deploy(ONE_CONTAINER, Options.ADOPT).ok()).isTrue();
          assertThat(s.get().body().path("managed").asBoolean()).isTrue();
        });
  }

  @Test
  void saysWhoOwnsTheReplicas() {
    onBoth(
        s -> {
          s.deploy(ONE_CONTAINER.replace("]}]}", "]}],\"replicas\":1}"));
          Kubectl.scale(kubernetes, Session.NAMESPACE, s.app, 4);
          Outcome refused = s.scale("{\"replicas\": 2}");
          assertThat(refused.reason()).isEqualTo("FIELD_CONFLICT");
          assertThat(refused.conflicts()).containsExactly(".spec.replicas kubectl");
          assertThat(s.scale("{\"replicas\": 2}", Options.FORCE).number("/desiredReplicas"))
              .isEqualTo(2);
        });
  }

  @Test
  void letsOneOfTwoConcurrentCreationsWin() throws Exception {
    var both = Executors.newFixedThreadPool(2);
    try (var rest = new RestRoadsteadClient(root);
        var grpc = new GrpcRoadsteadClient(root)) {
      String app = "race-" + Long.toString(System.nanoTime() & 0xffffff, 36);
      List<Callable<Outcome>> deploys =
          List.of(
              () -> rest.deploy(Session.NAMESPACE, app, ONE_CONTAINER, Options.CREATE_ONLY),
              () -> grpc.deploy(Session.NAMESPACE, app, ONE_CONTAINER, Options.CREATE_ONLY));
      List<String> reasons =
          both.invokeAll(deploys).stream().map(TroubleContract::reason).sorted().toList();
      assertThat(reasons).containsExactly("", "ALREADY_EXISTS");
      assertThat(rest.delete(Session.NAMESPACE, app, false, Options.NONE).ok()).isTrue();
    } finally {
      both.shutdownNow();
    }
  }

  private static String reason(Future<Outcome> deploy) {
    try {
      return deploy.get().reason();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
