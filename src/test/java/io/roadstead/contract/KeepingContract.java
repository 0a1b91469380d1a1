// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.contract.RoadsteadClient.Options;
import org.junit.jupiter.api.Test;

/** What belongs to another controller or to another app stays as it is. */
abstract class KeepingContract extends OthersContract {
  private static final String AUTOSCALER =
      """
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: AUTOSCALER, namespace: default}
      spec:
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: NAME}
        minReplicas: 2
        maxReplicas: 5
        metrics:
        - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}}
      """;

  @Test
  void adoptsAnAppWhoseAutoscalerHasAController() {
    onBoth(
        s -> {
          make(s, DEPLOYMENT, Deployment.class);
          ConfigMap controller =
              make(
                  s,
                  """
                  apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: NAME, namespace: default}
                  """,
                  ConfigMap.class);
          String owner =
              "{apiVersion: v1, kind: ConfigMap, name: NAME, controller: true, uid: %s}"
                  .formatted(controller.getMetadata().getUid());
          var controlled =
              make(
                  s,
                  autoscaler("keda-hpa-" + s.app)
                      .replace("default}", "default, ownerReferences: [" + owner + "]}"),
                  HorizontalPodAutoscaler.class);
          awaitAutoscaled(s);
          String spec = s.get().body().path("spec").toString();

          for (Options options : new Options[] {Options.ADOPT, Options.NONE}) {
            Outcome deployed = s.deploy(spec, options);
            assertThat(deployed.ok()).as(deployed.body().toString()).isTrue();
          }
          Outcome adopted = s.deploy(ONE_CONTAINER.replace("1.0", "2.0"));
          assertThat(adopted.ok()).as(adopted.body().toString()).isTrue();
          var after = found(HorizontalPodAutoscaler.class, "keda-hpa-" + s.app);
          assertThat(after.getSpec()).isEqualTo(controlled.getSpec());
          assertThat(after.getMetadata().getLabels())
              .isEqualTo(controlled.getMetadata().getLabels());
          for (String scale :
              new String[] {
                "{\"replicas\": 3}",
                "{\"autoscaling\": {\"minReplicas\": 1, \"maxReplicas\": 9, \"targetCpuPercent\": 50}}"
              }) {
            Outcome refused = s.scale(scale);
            assertThat(refused.reason()).isEqualTo("FAILED_PRECONDITION");
            assertThat(refused.message()).contains("controlled by ConfigMap/" + s.app);
          }
        });
  }

  @Test
  void keepsAServiceThatOtherWorkloadsUseToo() {
    onBoth(
        s -> {
          String canary = "Deployment/" + s.app + "-canary";
          make(s, DEPLOYMENT, Deployment.class);
          make(
              s,
              DEPLOYMENT
                  .replace("name: NAME,", "name: NAME-canary,")
                  .replace("{app: NAME}", "{app: NAME, track: canary}"),
              Deployment.class);
          make(s, service(s.app, "ClusterIP"), Service.class);
          awaitExposed(s, s.app);
          awaitSeen(s, s.app + "-canary");
          assertThat(s.deploy(s.get().body().path("spec").toString(), Options.ADOPT).ok()).isTrue();

          Outcome unexposed = s.unexpose();
          Outcome deleted = s.delete(false);

          assertThat(unexposed.reason()).isEqualTo("FAILED_PRECONDITION");
          assertThat(unexposed.message()).contains("also serves " + canary, "force=true");
          assertThat(deleted.text("/objects/1/outcome")).isEqualTo("KEPT");
          assertThat(deleted.text("/objects/1/message")).contains(canary);
          assertThat(found(Service.class, s.app).getMetadata().getDeletionTimestamp()).isNull();
        });
  }

  @Test
  void redirectsAServiceWithoutSelectorOnlyByForce() {
    onBoth(
        s -> {
          make(s, DEPLOYMENT, Deployment.class);
          make(
              s,
              service(s.app, "ClusterIP").replace("  selector: {app: NAME}\n", ""),
              Service.class);
          awaitSeen(s, s.app);
          String exposed =
              ONE_CONTAINER.replaceFirst("\\{", "{\"exposure\": {\"type\": \"INTERNAL\"}, ");

          Outcome refused = s.deploy(exposed, Options.ADOPT);

          assertThat(refused.reason()).isEqualTo("FAILED_PRECONDITION");
          assertThat(refused.message()).contains("Service/" + s.app + " has no selector", "force");
          assertThat(found(Service.class, s.app).getSpec().getSelector()).isNullOrEmpty();
          assertThat(s.deploy(exposed, new Options("", false, false, true, true)).ok()).isTrue();
          assertThat(found(Service.class, s.app).getSpec().getSelector()).containsKey("app");
        });
  }

  @Test
  void leavesObjectsWithTheNameOfAnAppThatServeAnotherOne() {
    onBoth(
        s -> {
          String other = s.app + "-api";
          make(s, DEPLOYMENT, Deployment.class);
          make(s, service(other, "ClusterIP"), Service.class);
          make(s, autoscaler(other), HorizontalPodAutoscaler.class);
          awaitExposed(s, other);
          awaitAutoscaled(s);
          assertThat(s.deploy(s.get().body().path("spec").toString(), Options.ADOPT).ok()).isTrue();
          Service service = found(Service.class, other);
          var autoscaler = found(HorizontalPodAutoscaler.class, other);

          for (String part :
              new String[] {
                "{\"exposure\": {\"type\": \"INTERNAL\"}, ",
                "{\"autoscaling\": {\"minReplicas\": 1, \"maxReplicas\": 9, \"targetCpuPercent\": 50}, "
              }) {
            for (Options options :
                new Options[] {Options.NONE, Options.FORCE, Options.ADOPT, Options.VALIDATE_ONLY}) {
              Outcome refused =
                  s.client.deploy(
                      Session.NAMESPACE, other, ONE_CONTAINER.replaceFirst("\\{", part), options);
              assertThat(refused.reason()).isEqualTo("FAILED_PRECONDITION");
              assertThat(refused.message()).contains("serves Deployment/" + s.app);
            }
          }
          // Neither of these is about them.
          assertThat(
                  s.client
                      .deploy(
                          Session.NAMESPACE,
                          other,
                          ONE_CONTAINER.replaceFirst("\\{", "{\"labels\": {\"team\": \"a\"}, "),
                          Options.NONE)
                      .ok())
              .isTrue();
          assertThat(s.client.unexpose(Session.NAMESPACE, other, Options.NONE).ok()).isTrue();
          Outcome deleted = s.client.delete(Session.NAMESPACE, other, true, Options.NONE);
          assertThat(deleted.text("/objects/0/outcome")).isEqualTo("DELETED");
          assertThat(deleted.text("/objects/1/outcome")).isEqualTo("KEPT");
          assertThat(deleted.text("/objects/2/outcome")).isEqualTo("KEPT");
          assertThat(s.client.delete(Session.NAMESPACE, other, true, Options.NONE).reason())
              .isEqualTo("NOT_FOUND");

          assertThat(found(Service.class, other).getMetadata().getResourceVersion())
              .isEqualTo(service.getMetadata().getResourceVersion());
          assertThat(found(HorizontalPodAutoscaler.class, other).getMetadata().getLabels())
              .isEqualTo(autoscaler.getMetadata().getLabels());
          s.trace().add("left");
        });
  }

  private static String autoscaler(String name) {
    return AUTOSCALER.replace("AUTOSCALER", name);
  }
}
