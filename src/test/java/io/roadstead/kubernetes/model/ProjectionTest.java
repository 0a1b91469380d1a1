// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.roadstead.app.Container;
import io.roadstead.app.EnvVar;
import io.roadstead.app.Scale;
import io.roadstead.app.Settings;
import io.roadstead.cluster.ExposureType;
import io.roadstead.cluster.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Objects as API servers send them, sparse ones and strange ones among them. */
final class ProjectionTest {
  private static final KubernetesSerialization YAML = new KubernetesSerialization();
  private static final Freshness FRESH = new Freshness(Instant.EPOCH, false);

  private static final String DEPLOYMENT =
      """
      metadata:
        name: kubia
        namespace: default
        uid: u1
        resourceVersion: "7"
        generation: 3
        labels: {app: kubia, app.kubernetes.io/managed-by: roadstead, team: web}
        annotations: {roadstead.io/note: x, deployment.kubernetes.io/revision: "4", other: y}
      spec:
        replicas: %d
        selector: {matchLabels: {app: kubia}}
        template:
          metadata:
            labels: {app: kubia}
            annotations: {checksum/config: abc, kubectl.kubernetes.io/restartedAt: now}
          spec:
            containers:
            - name: kubia
              image: %s
              env:
              - {name: PLAIN, value: x}
              - {name: KEY, valueFrom: {secretKeyRef: {name: s, key: k}}}
              - {name: FIELD, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
              - {name: FILE, valueFrom: {fileKeyRef: {volumeName: v, path: p, key: k}}}
              resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}]
      """;

  @Test
  void readsADeploymentAndLeavesOutWhatASpecCannotSay() {
    DeploymentRecord record = deployment(2, "luksa/kubia:1.0");
    ObservedApp app = ObservedApp.desiredOnly(record, List.of(), List.of(), FRESH);

    assertThat(record.managed()).isTrue();
    assertThat(record.revision()).isEqualTo(4);
    assertThat(record.annotations()).containsOnlyKeys("roadstead.io/note", AppKeys.REVISION);
    assertThat(app.spec().labels()).containsOnlyKeys("app", "team");
    assertThat(app.spec().annotations()).containsOnlyKeys("checksum/config");
    assertThat(app.spec().containers().get(0).env())
        .extracting(EnvVar::name)
        .containsExactly("PLAIN", "KEY", "FIELD");
    assertThat(record.notShown())
        .containsExactly(
            "spec.template.metadata.annotations[kubectl.kubernetes.io/restartedAt]",
            "spec.template.spec.containers[kubia].env[FILE].name",
            "spec.template.spec.containers[kubia].env[FILE].valueFrom.fileKeyRef.key",
            "spec.template.spec.containers[kubia].env[FILE].valueFrom.fileKeyRef.path",
            "spec.template.spec.containers[kubia].env[FILE].valueFrom.fileKeyRef.volumeName",
            "spec.template.spec.containers[kubia].resizePolicy[cpu].resourceName",
            "spec.template.spec.containers[kubia].resizePolicy[cpu].restartPolicy");
    assertThat(app.spec().scale()).isEqualTo(new Scale.Fixed(2));
    assertThat(app.spec().exposure()).isNull();
  }

  @Test
  void changesTheEtagWithWhatIsAskedForOnly() {
    String etag = etag(deployment(2, "a:1"), null, null);

    assertThat(etag(deployment(2, "a:1"), null, null)).isEqualTo(etag);
    assertThat(etag(deployment(3, "a:1"), null, null)).isNotEqualTo(etag);
    assertThat(etag(deployment(2, "a:2"), null, null)).isNotEqualTo(etag);
    assertThat(etag(deployment(2, "a:1"), service("ClusterIP", "kubia"), null)).isNotEqualTo(etag);
  }

  @Test
  void leavesReplicasOutOfTheEtagWhenAnAutoscalerSetsThem() {
    AutoscalerRecord autoscaler = autoscaler("cpu");

    assertThat(etag(deployment(2, "a:1"), null, autoscaler))
        .isEqualTo(etag(deployment(5, "a:1"), null, autoscaler));
    assertThat(
            ObservedApp.desiredOnly(deployment(2, "a:1"), List.of(), List.of(autoscaler), FRESH)
                .spec()
                .scale())
        .isEqualTo(new Scale.Autoscaling(2, 5, 80));
    assertThat(autoscaler("memory").autoscaling())
        .isEqualTo(
            new Scale.Autoscaling(2, 5, null, new Settings(Map.of("targetMemoryPercent", 80))));
  }

  @Test
  void readsAnExposureOnlyFromAServiceThatLeadsToTheApp() {
    DeploymentRecord record = deployment(1, "a:1");
    ServiceRecord leading = service("LoadBalancer", "kubia");
    ServiceRecord other = service("LoadBalancer", "somebody-else");

    assertThat(
            ObservedApp.desiredOnly(record, List.of(leading), List.of(), FRESH).spec().exposure())
        .satisfies(exposure -> assertThat(exposure.type()).isEqualTo(ExposureType.LOAD_BALANCER));
    assertThat(ObservedApp.desiredOnly(record, List.of(other), List.of(), FRESH).spec().exposure())
        .isNull();
    assertThat(service("ExternalName", "kubia").exposure()).isNull();
    assertThat(leading.ports().get(0).targetPort()).isEqualTo("http");
    assertThat(leading.changeTime()).isEqualTo("2026-11-23T08:00:00Z");
  }

  @Test
  void readsAPodWithInitContainersSidecarsAndLastExit() {
    PodRecord pod =
        PodProjection.observed(
            YAML.unmarshal(
                """
                metadata:
                  name: kubia-1
                  namespace: default
                  ownerReferences:
                  - {apiVersion: apps/v1, kind: ReplicaSet, name: r, uid: rs1, controller: true}
                spec:
                  nodeName: node-1
                  initContainers:
                  - {name: setup, image: a}
                  - {name: proxy, image: b, restartPolicy: Always}
                  containers:
                  - name: kubia
                    image: c
                    env: [{name: PASSWORD, value: secret}]
                    readinessProbe: {periodSeconds: 5, failureThreshold: 4, initialDelaySeconds: 7}
                status:
                  phase: Running
                  containerStatuses:
                  - name: kubia
                    restartCount: 3
                    state: {waiting: {reason: CrashLoopBackOff, message: back-off}}
                    lastState: {terminated: {exitCode: 1, reason: Error, message: boom}}
                """,
                Pod.class));

    assertThat(pod.owner()).isEqualTo("rs1");
    assertThat(pod.containers())
        .extracting(ContainerRecord::role)
        .containsExactly(
            ContainerRecord.Role.INIT, ContainerRecord.Role.SIDECAR, ContainerRecord.Role.MAIN);
    ContainerRecord main = pod.containers().get(2);
    assertThat(main.readyWithin()).isEqualTo(Duration.ofSeconds(27));
    assertThat(main.restarts()).isEqualTo(3);
    assertThat(main.lastExit()).satisfies(exit -> assertThat(exit.message()).isEqualTo("boom"));
    assertThat(pod.toString()).doesNotContain("secret");
  }

  @Test
  void readsObjectsThatHaveNextToNothing() {
    Pod pod = YAML.unmarshal("metadata: {name: p}\nspec: {containers: []}", Pod.class);
    Node node = YAML.unmarshal("metadata: {name: n}", Node.class);
    Event event = YAML.unmarshal("metadata: {name: e}", Event.class);
    Service service = YAML.unmarshal("metadata: {name: s}", Service.class);

    assertThat(PodProjection.observed(pod).phase()).isEqualTo("Pending");
    assertThat(NodeProjection.observed(node).ready()).isFalse();
    assertThat(EventProjection.observed(event).count()).isEqualTo(1);
    assertThat(ServiceMapping.observed(service).ports()).isEmpty();
  }

  @Test
  void readsEventsOfTheOldAndTheNewApi() {
    EventRecord old =
        event(
            "firstTimestamp: '2026-11-23T08:00:00Z'\nlastTimestamp: '2026-11-23T08:05:00Z'\ncount: 9");
    EventRecord series =
        event(
            "eventTime: '2026-11-23T08:00:00.000001Z'\nseries: {count: 4, lastObservedTime:"
                + " '2026-11-23T08:09:00.000001Z'}");

    assertThat(old.count()).isEqualTo(9);
    assertThat(old.lastSeen()).isEqualTo("2026-11-23T08:05:00Z");
    assertThat(series.count()).isEqualTo(4);
    assertThat(series.lastSeen()).isEqualTo("2026-11-23T08:09:00.000001Z");
  }

  private static EventRecord event(String fields) {
    String text = "metadata: {name: e}\ninvolvedObject: {uid: u, kind: Pod}\n" + fields;
    return EventProjection.observed(YAML.unmarshal(text, Event.class));
  }

  private static String etag(
      DeploymentRecord deployment,
      @Nullable ServiceRecord service,
      @Nullable AutoscalerRecord autoscaler) {
    return ObservedApp.desiredOnly(
            deployment,
            Stream.ofNullable(service).toList(),
            Stream.ofNullable(autoscaler).toList(),
            FRESH)
        .etag();
  }

  @Test
  void readsImagesThatNoRegistryHas() {
    for (String image : List.of("Luksa/Kubia:1", "IMAGE", "", "a@b@c", ":", "/")) {
      assertThat(deployment(1, "'" + image + "'").template().containers())
          .extracting(Container::image)
          .containsExactly(image);
    }
  }

  private static DeploymentRecord deployment(int replicas, String image) {
    return DeploymentMapping.observed(
        YAML.unmarshal(DEPLOYMENT.formatted(replicas, image), Deployment.class));
  }

  private static ServiceRecord service(String type, String app) {
    String text =
        """
        metadata:
          name: kubia
          namespace: default
          uid: s1
          managedFields:
          - {manager: roadstead, time: "2026-11-23T08:00:00Z", fieldsV1: {"f:spec": {"f:type": {}}}}
          - {manager: kubectl-label, time: "2026-11-23T08:30:00Z", fieldsV1: {"f:metadata": {"f:labels": {}}}}
          - {manager: cloud, subresource: status, time: "2026-11-23T09:00:00Z"}
        spec:
          type: %s
          clusterIP: 10.96.0.1
          selector: {app: %s}
          ports: [{port: 80, targetPort: http}]
        """;
    return ServiceMapping.observed(YAML.unmarshal(text.formatted(type, app), Service.class));
  }

  private static AutoscalerRecord autoscaler(String resource) {
    String text =
        """
        metadata: {name: kubia, namespace: default, uid: h1}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: kubia}
          minReplicas: 2
          maxReplicas: 5
          metrics:
          - type: Resource
            resource: {name: %s, target: {type: Utilization, averageUtilization: 80}}
        """;
    return AutoscalerMapping.observed(
        YAML.unmarshal(text.formatted(resource), HorizontalPodAutoscaler.class));
  }
}
