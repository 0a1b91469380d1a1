// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import static io.roadstead.simulation.store.Documents.object;
import static io.roadstead.simulation.store.Documents.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.WriteOptions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a created object looks like; each expectation is the answer of a real API server. */
class DefaultsTest {
  private final MemoryObjectStore store = new MemoryObjectStore(Clock.systemUTC());

  @Test
  void completesAPlainDeployment() {
    ObjectNode deployment = create(ResourceKinds.DEPLOYMENT, deployment("", ""));

    assertThat(deployment.path("spec"))
        .isEqualTo(
            tree(
                """
                replicas: 1
                revisionHistoryLimit: 10
                progressDeadlineSeconds: 600
                selector: {matchLabels: {app: web}}
                strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 25%, maxUnavailable: 25%}}
                template:
                  metadata: {labels: {app: web}}
                  spec:
                    restartPolicy: Always
                    terminationGracePeriodSeconds: 30
                    dnsPolicy: ClusterFirst
                    securityContext: {}
                    schedulerName: default-scheduler
                    containers:
                      - name: web
                        image: nginx
                        imagePullPolicy: Always
                        resources: {}
                        terminationMessagePath: /dev/termination-log
                        terminationMessagePolicy: File
                """));
  }

  @Test
  void addsNothingToRecreate() {
    ObjectNode deployment =
        create(ResourceKinds.DEPLOYMENT, deployment("strategy: {type: Recreate}", ""));

    assertThat(deployment.at("/spec/strategy")).isEqualTo(tree("{type: Recreate}"));
  }

  @Test
  void omitsZeroValuesThatTheServerDoesNotWrite() {
    ObjectNode deployment =
        create(
            ResourceKinds.DEPLOYMENT,
            deployment("minReadySeconds: 0, paused: false", "hostNetwork: false, tolerations: []"));

    assertThat(deployment.path("spec").has("minReadySeconds")).isFalse();
    assertThat(deployment.path("spec").has("paused")).isFalse();
    assertThat(deployment.at("/spec/template/spec").has("hostNetwork")).isFalse();
    assertThat(deployment.at("/spec/template/spec").has("tolerations")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                          | {emptyDir: {}}",
        "{configMap: {name: x}}                      | {configMap: {name: x, defaultMode: 420}}",
        "{secret: {secretName: x}}                   | {secret: {secretName: x, defaultMode: 420}}",
        "{hostPath: {path: /x}}                      | {hostPath: {path: /x, type: ''}}",
        "{emptyDir: {sizeLimit: 1024Mi}}             | {emptyDir: {sizeLimit: 1Gi}}",
        "{image: {reference: 'a/b:1'}}               | {image: {reference: 'a/b:1', pullPolicy: IfNotPresent}}",
        "{projected: {sources: [{serviceAccountToken: {path: t}}]}} | {projected: {defaultMode: 420, sources: [{serviceAccountToken: {path: t, expirationSeconds: 3600}}]}}"
      })
  void completesVolumes(String sent, String stored) {
    ObjectNode volume = object(sent).put("name", "v");
    ObjectNode deployment = object(deployment("", ""));
    deployment.withObject("/spec/template/spec").putArray("volumes").add(volume);

    ObjectNode created = store.create(ResourceKinds.DEPLOYMENT, deployment, options());

    assertThat(created.at("/spec/template/spec/volumes/0"))
        .isEqualTo(object(stored).put("name", "v"));
  }

  @Test
  void mirrorsTheServiceAccountAndCompletesReferences() {
    ObjectNode deployment =
        create(
            ResourceKinds.DEPLOYMENT,
            deployment("", "serviceAccountName: robot")
                .replace(
                    "image: nginx",
                    "image: nginx, env: [{name: A, valueFrom: {resourceFieldRef: {resource:"
                        + " limits.cpu}}}]"));

    assertThat(deployment.at("/spec/template/spec/serviceAccount").asText()).isEqualTo("robot");
    assertThat(deployment.at("/spec/template/spec/containers/0/env/0/valueFrom/resourceFieldRef"))
        .isEqualTo(tree("{resource: limits.cpu, divisor: '0'}"));
  }

  @Test
  void completesTheBehaviorOfAnAutoscaler() {
    ObjectNode autoscaler =
        create(
            ResourceKinds.HORIZONTAL_POD_AUTOSCALER,
            """
            metadata: {name: web, namespace: default}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              maxReplicas: 3
              behavior: {scaleDown: {stabilizationWindowSeconds: 60}}
            """);

    assertThat(autoscaler.at("/spec/behavior"))
        .isEqualTo(
            tree(
                """
                scaleDown:
                  stabilizationWindowSeconds: 60
                  selectPolicy: Max
                  policies: [{type: Percent, value: 100, periodSeconds: 15}]
                scaleUp:
                  stabilizationWindowSeconds: 0
                  selectPolicy: Max
                  policies:
                    - {type: Pods, value: 4, periodSeconds: 15}
                    - {type: Percent, value: 100, periodSeconds: 15}
                """));
  }

  @Test
  void allocatesAHealthCheckPortForLocalTraffic() {
    ObjectNode service =
        create(
            ResourceKinds.SERVICE,
            """
            metadata: {name: web, namespace: default}
            spec: {type: LoadBalancer, externalTrafficPolicy: Local, ports: [{port: 80}]}
            """);

    assertThat(service.at("/spec/healthCheckNodePort").asInt()).isBetween(30000, 32767);
  }

  private ObjectNode create(ResourceKind kind, String yaml) {
    return store.create(kind, object(yaml), options());
  }

  private static WriteOptions options() {
    return WriteOptions.by("test");
  }

  private static String deployment(String spec, String podSpec) {
    return """
        metadata: {name: web, namespace: default}
        spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}},
          spec: {containers: [{name: web, image: nginx}]%s}}%s}
        """
        .formatted(podSpec.isEmpty() ? "" : ", " + podSpec, spec.isEmpty() ? "" : ", " + spec);
  }
}
