// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.contract.RoadsteadClient.Options;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of an app: deploy, read, list, expose, scale, pods, delete; and how writes repeat. */
abstract class LifeContract extends AppsContract {
  private static final String WHOLE =
      """
      {"containers": [
         {"name": "web", "image": "luksa/kubia:1.0", "args": ["--verbose"],
          "ports": [{"name": "http", "port": 8080}],
          "env": [{"name": "MODE", "value": "demo"},
                  {"name": "TOKEN", "secretRef": {"name": "keys", "key": "token", "optional": true}},
                  {"name": "LEVEL", "configRef": {"name": "conf", "key": "level", "optional": true}}],
          "resources": {"requests": {"cpu": "100m", "memory": "64Mi"}, "limits": {"memory": "128Mi"}},
          "readinessProbe": {"http": {"path": "/", "port": "http"}, "periodSeconds": 5}},
         {"name": "proxy", "image": "envoyproxy/envoy:v1.31.0"}],
       "replicas": 2,
       "exposure": {"type": "NODE_PORT", "ports": [{"name": "http", "port": 80, "targetPort": "http"}]},
       "labels": {"team": "web"}, "annotations": {"contact": "web@example.org"}}
      """;

  private static final String OF_README =
      """
      {"containers": [{"name": "kubia", "image": "luksa/kubia:1.0",
                       "ports": [{"name": "http", "port": 8080}],
                       "resources": {"requests": {"cpu": "100m", "memory": "64Mi"}}}]}
      """;

  private static final String AUTOSCALING =
      """
      {"minReplicas": 2, "maxReplicas": 5, "targetCpuPercent": 70}""";

  @Test
  void deploysReadsScalesExposesAndDeletes() {
    onBoth(
        s -> {
          Outcome deployed = s.deploy(WHOLE);
          assertThat(deployed.created()).isTrue();
          assertThat(deployed.text("/objects/0/outcome")).isEqualTo("CREATED");
          s.awaitState("READY");
          assertThat(s.get().text("/spec/containers/0/env/0/value")).isEqualTo("demo");
          assertThat(s.scale("{\"replicas\": 3}").number("/desiredReplicas")).isEqualTo(3);
          s.awaitState("READY");
          assertThat(s.expose("{\"type\": \"INTERNAL\"}").text("/exposure/type"))
              .isEqualTo("INTERNAL");
          assertThat(s.unexpose().text("/exposure/state")).isEqualTo("NOT_EXPOSED");
          assertThat(s.delete(true).text("/objects/0/outcome")).isEqualTo("DELETED");
          assertThat(s.get().reason()).isEqualTo("NOT_FOUND");
        });
  }

  /** What Roadstead sets itself can be said, too. */
  @ParameterizedTest
  @ValueSource(
      strings = {"{\"containers\":[{\"name\":\"web\",\"image\":\"nginx\"}]}", OF_README, WHOLE})
  void showsAllOfANewApp(String spec) {
    onBoth(
        s -> {
          assertThat(s.deploy(spec).body().path("notShown")).isEmpty();
          s.awaitState("READY");
          s.expose("{\"type\": \"INTERNAL\", \"ports\": [{\"port\": 80}]}");
          s.scale("{\"autoscaling\": %s}".formatted(AUTOSCALING));
          Outcome read = s.get();
          assertThat(read.body().path("notShown")).isEmpty();
          assertThat(read.text("/spec/containers/0/terminationMessagePolicy"))
              .isEqualTo("FALLBACK_TO_LOGS_ON_ERROR");
        });
  }

  @Test
  void changesNothingWhenTheSameIsDeployedAgain() {
    onBoth(
        s -> {
          Outcome first = s.deploy(WHOLE);
          s.awaitState("READY");
          Outcome again = s.deploy(WHOLE);
          assertThat(again.created()).isFalse();
          assertThat(again.text("/etag")).isEqualTo(first.text("/etag"));
          again
              .body()
              .path("objects")
              .forEach(o -> assertThat(o.path("outcome").asText()).isEqualTo("UNCHANGED"));
        });
  }

  @Test
  void writesOnlyWhatIsStillAsItWasRead() {
    onBoth(
        s -> {
          String etag = s.deploy(ONE_CONTAINER).text("/etag");
          assertThat(s.scale("{\"replicas\": 2}", Options.etag(etag)).ok()).isTrue();
          assertThat(s.scale("{\"replicas\": 3}", Options.etag(etag)).reason())
              .isEqualTo("ETAG_MISMATCH");
          assertThat(s.deploy(WHOLE, Options.etag(etag)).reason()).isEqualTo("ETAG_MISMATCH");
          assertThat(s.deploy(WHOLE, Options.etag("*")).ok()).isTrue();
        });
  }

  @Test
  void createsOnlyWhatIsNotThereYet() {
    onBoth(
        s -> {
          assertThat(s.deploy(ONE_CONTAINER, Options.etag("*")).reason())
              .isEqualTo("ETAG_MISMATCH");
          assertThat(s.deploy(ONE_CONTAINER, Options.CREATE_ONLY).created()).isTrue();
          assertThat(s.deploy(ONE_CONTAINER, Options.CREATE_ONLY).reason())
              .isEqualTo("ALREADY_EXISTS");
        });
  }

  @Test
  void writesNothingWhenOnlyValidating() {
    onBoth(
        s -> {
          assertThat(s.deploy(WHOLE, Options.VALIDATE_ONLY).ok()).isTrue();
          assertThat(s.get().reason()).isEqualTo("NOT_FOUND");
          s.deploy(ONE_CONTAINER);
          String etag = s.get().text("/etag");
          assertThat(s.scale("{\"replicas\": 5}", Options.VALIDATE_ONLY).ok()).isTrue();
          assertThat(s.get().text("/etag")).isEqualTo(etag);
        });
  }

  @Test
  void stopsAndRemembersTheCount() {
    onBoth(
        s -> {
          s.deploy(WHOLE);
          s.scale("{\"replicas\": 0}");
          assertThat(s.awaitState("STOPPED").number("/replicasBeforeStop")).isEqualTo(2);
        });
  }

  @Test
  void stopsAndStartsWithTheSameScale() {
    onBoth(
        s -> {
          s.deploy(WHOLE);
          assertThat(s.stop().number("/desiredReplicas")).isZero();
          assertThat(s.stop().number("/replicasBeforeStop")).isEqualTo(2);
          assertThat(s.start().number("/desiredReplicas")).isEqualTo(2);
          String etag = s.get().text("/etag");
          assertThat(s.start().text("/etag")).isEqualTo(etag);
          s.scale("{\"autoscaling\": %s}".formatted(AUTOSCALING));
          s.stop();
          assertThat(s.get().number("/spec/replicas")).isZero();
          assertThat(s.client.start(Session.NAMESPACE, s.app, Options.VALIDATE_ONLY).ok()).isTrue();
          assertThat(s.get().number("/spec/replicas")).isZero();
          s.start();
          assertThat(s.get().number("/spec/autoscaling/maxReplicas")).isEqualTo(5);
          assertThat(s.client.start(Session.NAMESPACE, "ghost", Options.NONE).reason())
              .isEqualTo("NOT_FOUND");
          assertThat(s.client.stop(Session.NAMESPACE, "ghost", Options.NONE).reason())
              .isEqualTo("NOT_FOUND");
        });
  }

  @Test
  void changesOnlyWhatAnUpdateNames() {
    onBoth(
        s -> {
          s.deploy(WHOLE);
          JsonNode before = s.get().body().path("spec");
          s.update(
              "{\"containers\": [{\"name\": \"proxy\", \"image\": \"envoyproxy/envoy:v1.32.0\"}]}");
          Outcome updated =
              s.update(
                  """
                  {"containers": [{"name": "web", "env": [{"name": "MODE", "value": null},
                                            {"name": "LEVEL", "value": "3"},
                                            {"name": "MORE", "value": "yes"}]}],
                   "labels": {"tier": "front", "team": null}}
                  """);
          assertThat(updated.ok()).as(updated.reason()).isTrue();
          JsonNode after = s.get().body().path("spec");
          assertThat(after.at("/containers/1/image").asText())
              .isEqualTo("envoyproxy/envoy:v1.32.0");
          assertThat(after.at("/containers/0/env").findValuesAsText("name"))
              .startsWith("TOKEN")
              .contains("LEVEL", "MORE")
              .doesNotContain("MODE");
          assertThat(after.at("/containers/0/env/1/value").asText()).isEqualTo("3");
          assertThat(after.path("labels").toString()).isEqualTo("{\"tier\":\"front\"}");
          for (String same :
              new String[] {
                "/containers/0/readinessProbe",
                "/containers/0/ports",
                "/containers/0/resources",
                "/exposure",
                "/replicas",
                "/annotations"
              }) {
            assertThat(after.at(same)).as(same).isEqualTo(before.at(same));
          }
        });
  }

  @Test
  void changesNothingWhenAnUpdateIsRepeated() {
    onBoth(
        s -> {
          s.deploy(WHOLE);
          String image = "{\"containers\": [{\"name\": \"web\", \"image\": \"nginx:1.28\"}]}";
          String etag = s.update(image).text("/etag");
          Outcome again = s.update(image);
          assertThat(again.text("/etag")).isEqualTo(etag);
          again
              .body()
              .path("objects")
              .forEach(o -> assertThat(o.path("outcome").asText()).isEqualTo("UNCHANGED"));
        });
  }

  @Test
  void removesElementsAndTheExposureByAnUpdate() {
    onBoth(
        s -> {
          s.deploy(WHOLE);
          Outcome updated =
              s.update(
                  "{\"containers\": [{\"name\": \"proxy\", \"image\": null}], \"exposure\": null}");
          assertThat(updated.ok()).as(updated.reason()).isTrue();
          JsonNode after = s.get().body().path("spec");
          assertThat(after.path("containers").findValuesAsText("image"))
              .containsExactly("luksa/kubia:1.0");
          assertThat(after.has("exposure")).isFalse();
        });
  }

  @Test
  void refusesUpdatesThatDoNotFit() {
    onBoth(
        s -> {
          String one = "{\"replicas\": 3}";
          assertThat(s.update(one).reason()).isEqualTo("NOT_FOUND");
          String etag = s.deploy(WHOLE).text("/etag");
          assertThat(s.update(one, Options.VALIDATE_ONLY).ok()).isTrue();
          assertThat(s.get().text("/etag")).isEqualTo(etag);
          assertThat(s.update(one, Options.etag(etag)).number("/spec/replicas")).isEqualTo(3);
          assertThat(s.update(one, Options.etag(etag)).reason()).isEqualTo("ETAG_MISMATCH");
          assertThat(
                  s.update("{\"containers\": [{\"name\": \"proxy\", \"image\": \"No Image\"}]}")
                      .fields())
              .containsExactly("containers[1].image");
          s.update("{\"autoscaling\": %s}".formatted(AUTOSCALING));
          assertThat(s.get().number("/spec/autoscaling/maxReplicas")).isEqualTo(5);
          assertThat(s.update("{\"autoscaling\": {\"maxReplicas\": 6}}").ok()).isTrue();
          assertThat(s.get().number("/spec/autoscaling/minReplicas")).isEqualTo(2);
          assertThat(s.get().number("/spec/autoscaling/maxReplicas")).isEqualTo(6);
          assertThat(s.update("{\"replicas\": 2}").number("/spec/replicas")).isEqualTo(2);
        });
  }

  @Test
  void leavesScaleAndExposureThatADeployDoesNotName() {
    onBoth(
        s -> {
          s.deploy(WHOLE);
          Outcome changed = s.deploy(ONE_CONTAINER);
          assertThat(changed.number("/spec/replicas")).isEqualTo(2);
          assertThat(changed.text("/spec/exposure/type")).isEqualTo("NODE_PORT");
        });
  }

  @Test
  void readsScaleAndExposureAsWritesTakeThem() {
    onBoth(
        s -> {
          s.deploy(WHOLE);
          s.awaitState("READY");
          String etag = s.get().text("/etag");
          Outcome scale = s.seen("scale", s.client.scale(Session.NAMESPACE, s.app));
          assertThat(scale.number("/replicas")).isEqualTo(2);
          Outcome exposure = s.seen("exposure", s.client.exposure(Session.NAMESPACE, s.app));
          assertThat(exposure.text("/ports/0/targetPort")).isEqualTo("http");
          assertThat(s.scale(scale.body().toString()).text("/etag")).isEqualTo(etag);
          assertThat(s.expose(exposure.body().toString()).text("/etag")).isEqualTo(etag);
          s.scale("{\"autoscaling\": %s}".formatted(AUTOSCALING));
          Outcome load = s.seen("scale", s.client.scale(Session.NAMESPACE, s.app));
          assertThat(load.number("/autoscaling/targetCpuPercent")).isEqualTo(70);
          assertThat(load.body().has("replicas")).isFalse();
        });
  }

  @Test
  void doesNotFindTheExposureOfAnAppThatIsNotExposed() {
    onBoth(
        s -> {
          s.deploy(ONE_CONTAINER);
          Outcome none = s.seen("exposure", s.client.exposure(Session.NAMESPACE, s.app));
          assertThat(none.reason()).isEqualTo("NOT_FOUND");
          assertThat(s.seen("no app", s.client.scale(Session.NAMESPACE, "ghost")).reason())
              .isEqualTo("NOT_FOUND");
        });
  }

  @Test
  void scalesByLoad() {
    onBoth(
        s -> {
          s.deploy(WHOLE);
          assertThat(s.scale("{\"autoscaling\": %s}".formatted(AUTOSCALING)).ok()).isTrue();
          assertThat(s.get().number("/spec/autoscaling/maxReplicas")).isEqualTo(5);
        });
  }

  @Test
  void pagesThroughAppsAndPods() {
    onBoth(
        s -> {
          s.deploy(WHOLE.replace("\"team\": \"web\"", "\"team\": \"" + s.app + "\""));
          s.awaitState("READY");
          String filter = "team=" + s.app;
          Outcome found = s.seen("list", s.client.list(Session.NAMESPACE, 10, "", filter));
          assertThat(found.body().path("apps")).hasSize(1);
          assertThat(found.text("/asOf")).isNotEmpty();
          assertThat(s.client.list("-", 10, "", filter).body().path("apps")).hasSize(1);
          Outcome first = s.pods(1, "");
          assertThat(first.text("/asOf")).isNotEmpty();
          Outcome second = s.pods(1, first.text("/nextPageToken"));
          Set<String> names = new HashSet<>();
          names.add(first.text("/pods/0/name"));
          names.add(second.text("/pods/0/name"));
          assertThat(names).hasSize(2).noneMatch(String::isEmpty);
          assertThat(s.pods(1, "no-token").reason()).isEqualTo("INVALID_ARGUMENT");
          assertThat(s.pods(501, "").fields()).containsExactly("pageSize");
        });
  }

  @Test
  void describesTheCluster() {
    onBoth(
        s -> assertThat(s.seen("cluster", s.client.cluster()).number("/nodeCount")).isEqualTo(3));
  }
}
