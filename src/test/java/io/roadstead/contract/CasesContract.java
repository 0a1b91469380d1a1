// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.contract.RoadsteadClient.Options;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Situations from public reports of systems that deploy apps: what others made stays, and works.
 */
abstract class CasesContract extends OthersContract {
  @Test
  void worksOnWithWhatKubectlMade() {
    onBoth(
        s -> {
          make(s, DEPLOYMENT, Deployment.class);
          make(s, service(s.app, "ClusterIP"), Service.class);
          awaitExposed(s, s.app);
          var template = deployment(s).getSpec().getTemplate();
          String spec = s.get().body().path("spec").toString();

          assertThat(s.deploy(spec, Options.ADOPT).ok()).isTrue();

          assertThat(deployment(s).getSpec().getTemplate()).isEqualTo(template);
          assertThat(s.deploy(spec.replace("kubia:1.0", "kubia:2.0")).ok()).isTrue();
          assertThat(s.scale("{\"replicas\": 2}").number("/desiredReplicas")).isEqualTo(2);
          assertThat(s.expose("{\"type\": \"NODE_PORT\"}").text("/exposure/type"))
              .isEqualTo("NODE_PORT");
          assertThat(s.unexpose().ok()).isTrue();
          var container = deployment(s).getSpec().getTemplate().getSpec().getContainers().get(0);
          assertThat(container.getResizePolicy()).hasSize(1);
          assertThat(s.delete(false).ok()).isTrue();
        });
  }

  @Test
  void isExposedByServicesOfAnyName() {
    onBoth(
        s -> {
          make(s, DEPLOYMENT, Deployment.class);
          make(s, service(s.app + "-internal", "ClusterIP"), Service.class);
          make(s, service(s.app + "-public", "NodePort"), Service.class);

          awaitExposed(s, s.app + "-public");

          Outcome status = s.client.status(Session.NAMESPACE, s.app);
          assertThat(status.text("/exposure/type")).isEqualTo("NODE_PORT");
          assertThat(status.text("/exposure/others/0/service")).isEqualTo(s.app + "-internal");
          assertThat(status.text("/exposure/others/0/addresses/0/url")).isNotEmpty();
          s.trace().add("exposed");
        });
  }

  @Test
  void namesAServiceThatLeadsNowhere() {
    onBoth(
        s -> {
          make(s, DEPLOYMENT, Deployment.class);
          make(s, service(s.app, "ClusterIP").replace("app: NAME", "app: misspelt"), Service.class);

          await()
              .atMost(Session.PATIENCE)
              .until(
                  () ->
                      s.client
                          .status(Session.NAMESPACE, s.app)
                          .text("/exposure/message")
                          .contains("app=misspelt"));
          s.trace().add("named");
        });
  }

  @Test
  void makesNoSecondAutoscaler() {
    onBoth(
        s -> {
          s.deploy(ONE_CONTAINER);
          make(
              s,
              """
              apiVersion: autoscaling/v2
              kind: HorizontalPodAutoscaler
              metadata:
                name: keda-hpa-NAME
                namespace: default
                labels: {app.kubernetes.io/managed-by: keda-operator}
              spec:
                scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: NAME}
                minReplicas: 1
                maxReplicas: 3
              """,
              HorizontalPodAutoscaler.class);
          awaitAutoscaled(s);

          Outcome autoscaled =
              s.scale(
                  "{\"autoscaling\":{\"minReplicas\":1,\"maxReplicas\":2,\"targetCpuPercent\":50}}");
          Outcome fixed = s.scale("{\"replicas\": 2}");

          assertThat(autoscaled.reason()).isEqualTo("FAILED_PRECONDITION");
          assertThat(fixed.reason()).isEqualTo("FAILED_PRECONDITION");
        });
  }

  @Test
  void makesNoServiceThatSelectsPodsOfOthers() {
    onBoth(
        s -> {
          String expressions =
              DEPLOYMENT.replace(
                  "{matchLabels: {app: NAME}}",
                  "{matchExpressions: [{key: app, operator: In, values: [NAME]}]}");
          make(s, expressions, Deployment.class);
          make(
              s,
              DEPLOYMENT
                  .replace("name: NAME,", "name: NAME-canary,")
                  .replace(
                      "{matchLabels: {app: NAME}}", "{matchLabels: {app: NAME, track: canary}}")
                  .replace(
                      "metadata: {labels:", "metadata: {labels: {track: canary, app: NAME}} #"),
              Deployment.class);
          awaitSeen(s, s.app + "-canary");
          String spec = s.get().body().path("spec").toString();
          assertThat(s.deploy(spec, Options.ADOPT).ok()).isTrue();

          assertThat(s.expose("{\"type\": \"INTERNAL\"}").reason())
              .isEqualTo("FAILED_PRECONDITION");
        });
  }

  @Test
  void replacesThePortsOfAnAdoptedService() {
    onBoth(
        s -> {
          make(s, DEPLOYMENT, Deployment.class);
          make(s, service(s.app, "LoadBalancer"), Service.class);
          awaitExposed(s, s.app);
          String exposure =
              "\"exposure\":{\"type\":\"LOAD_BALANCER\",\"ports\":"
                  + "[{\"name\":\"http\",\"port\":81,\"targetPort\":\"http\"}]}";
          String containers = s.get().body().at("/spec/containers").toString();

          Outcome adopted =
              s.deploy("{\"containers\":" + containers + "," + exposure + "}", Options.ADOPT);

          assertThat(adopted.ok()).isTrue();
          assertThat(service(s).getSpec().getPorts())
              .singleElement()
              .satisfies(port -> assertThat(port.getPort()).isEqualTo(81));
          assertThat(
                  s.expose(
                          "{\"type\":\"LOAD_BALANCER\",\"ports\":[{\"name\":\"http\",\"port\":82}]}")
                      .ok())
              .isTrue();
        });
  }

  @Test
  void refusesToTakeThePortAwayThatTheExposureLeadsTo() {
    onBoth(
        s -> {
          s.deploy(ONE_CONTAINER.replace("}]}]}", "}]}],\"exposure\":{\"type\":\"INTERNAL\"}}"));

          Outcome renamed = s.deploy(ONE_CONTAINER.replace("\"http\"", "\"web\""));

          assertThat(renamed.reason()).isEqualTo("INVALID_ARGUMENT");
        });
  }

  @Test
  void readsDeploymentsWithDots() {
    onBoth(
        s -> {
          make(s, DEPLOYMENT.replace("name: NAME,", "name: NAME.v2,"), Deployment.class);
          awaitSeen(s, s.app + ".v2");
          Outcome read = s.client.get(Session.NAMESPACE, s.app + ".v2");
          String spec = read.body().path("spec").toString();

          Outcome adopted = s.client.deploy(Session.NAMESPACE, s.app + ".v2", spec, Options.ADOPT);

          assertThat(adopted.ok()).isTrue();
          assertThat(
                  s.client.deploy(Session.NAMESPACE, s.app + ".new", spec, Options.NONE).reason())
              .isEqualTo("INVALID_ARGUMENT");
          s.trace().add("read");
        });
  }

  @Test
  void saysThatAnExposureIsGoing() {
    onBoth(
        s -> {
          s.deploy(ONE_CONTAINER.replace("}]}]}", "}]}],\"exposure\":{\"type\":\"INTERNAL\"}}"));
          Service held = service(s);
          held.getMetadata().setFinalizers(List.of("example.com/load-balancer"));
          cluster.resource(held).update();

          s.unexpose();

          await()
              .atMost(Session.PATIENCE)
              .until(
                  () ->
                      s.client
                          .status(Session.NAMESPACE, s.app)
                          .text("/exposure/state")
                          .equals("UNEXPOSING"));
          assertThat(s.expose("{\"type\": \"INTERNAL\"}").reason())
              .isEqualTo("FAILED_PRECONDITION");
          Service going = service(s);
          going.getMetadata().setFinalizers(List.of());
          cluster.resource(going).update();
          await()
              .atMost(Session.PATIENCE)
              .until(
                  () ->
                      s.client
                          .status(Session.NAMESPACE, s.app)
                          .text("/exposure/state")
                          .equals("NOT_EXPOSED"));
          assertThat(s.expose("{\"type\": \"INTERNAL\"}").ok()).isTrue();
        });
  }
}
