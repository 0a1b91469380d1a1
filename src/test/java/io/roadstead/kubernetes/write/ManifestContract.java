// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.roadstead.app.AppName;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.Scale;
import io.roadstead.app.Settings;
import io.roadstead.cluster.ExposureType;
import io.roadstead.kubernetes.json.Json;
import io.roadstead.kubernetes.model.Specs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifests of apps. */
abstract class ManifestContract extends WriteFixture {
  private static final List<String> MANAGERS =
      List.of("kubectl", "kubectl-create", "roadstead", "roadstead-released", "somebody");

  /** With what a spec can't say, and what looks like a default at the wrong place. */
  private static final String UNSAYABLE =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: NAMESPACE, labels: {app: web}}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        strategy: {rollingUpdate: {maxSurge: 2}}
        template:
          metadata:
            labels: {app: web, version: "1.0", enabled: "on"}
            annotations: {"kubectl.kubernetes.io/restartedAt": "2026-01-01T00:00:00Z"}
          spec:
            securityContext: {}
            shareProcessNamespace: false
            initContainers:
            - {name: proxy, image: "envoyproxy/envoy:v1.31.0", restartPolicy: Always}
            containers:
            - name: web
              image: nginx
              imagePullPolicy: IfNotPresent
              securityContext: {}
              env:
              - {name: TOKEN, valueFrom: {secretKeyRef: {name: keys, key: token, optional: false}}}
              - {name: SHORT, value: "0o17"}
              - {name: LINES, value: "one\\n  two\\n\\nthree"}
              - {name: POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
              ports: [{containerPort: 8080, name: http}, {containerPort: 8080, protocol: UDP}]
              livenessProbe: {httpGet: {port: http}, terminationGracePeriodSeconds: 30}
              startupProbe: {grpc: {port: 8080}, failureThreshold: 30}
              volumeMounts: [{name: data, mountPath: /data}, {name: host, mountPath: /host}]
            tolerations: [{key: a, operator: Equal, value: b, effect: NoSchedule}]
            topologySpreadConstraints:
            - maxSkew: 1
              topologyKey: zone
              whenUnsatisfiable: ScheduleAnyway
              nodeTaintsPolicy: Ignore
              labelSelector: {matchLabels: {app: web}}
            volumes:
            - {name: data, emptyDir: {}}
            - {name: host, hostPath: {path: /}}
            - name: all
              projected: {sources: [{serviceAccountToken: {path: token}}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: front, namespace: NAMESPACE}
      spec:
        type: NodePort
        selector: {app: web}
        sessionAffinity: ClientIP
        sessionAffinityConfig: {clientIP: {timeoutSeconds: 1}}
        ports: [{name: same, port: 8080}, {name: named, port: 80, targetPort: http}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: headless, namespace: NAMESPACE}
      spec:
        clusterIP: None
        selector: {app: web}
        ports: [{port: 80}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: other, namespace: NAMESPACE}
      spec:
        selector: {app: other}
        ports: [{port: 80}]
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: load, namespace: NAMESPACE}
      spec:
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
        maxReplicas: 4
        metrics:
        - type: Resource
          resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}
        behavior:
          scaleDown:
            policies: [{type: Percent, value: 10, periodSeconds: 10}]
      """;

  @Test
  void doesNotFindTheManifestsOfAnAppThatIsNotThere() {
    assertThat(failure(() -> manifests(web)).code()).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void hasWhatAPersonWouldWrite() {
    deploy(
        Specs.of("nginx:1.27", new Scale.Fixed(1), Specs.exposure(ExposureType.NODE_PORT, null)),
        DEFAULT);

    String manifests = manifests(web);

    assertThat(manifests)
        .startsWith("apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n")
        .contains("---\napiVersion: v1\nkind: Service\n")
        .contains("replicas: 1")
        .doesNotContain("status", "uid", "resourceVersion", "managedFields", "creationTimestamp")
        .doesNotContain("clusterIP:", "nodePort:", "dnsPolicy", "protocol", "sessionAffinity")
        .doesNotContain("deployment.kubernetes.io");
    assertThat(manifests(web)).isEqualTo(manifests);
  }

  @Test
  void keepsANodePortThatWasAskedFor() {
    deploy(
        Specs.of("nginx:1.27", new Scale.Fixed(1), Specs.exposure(ExposureType.NODE_PORT, null)),
        DEFAULT);
    int assigned = service().getSpec().getPorts().get(0).getNodePort();
    deploy(
        Specs.of(
            "nginx:1.27", new Scale.Fixed(1), Specs.exposure(ExposureType.NODE_PORT, assigned)),
        DEFAULT);

    assertThat(manifests(web)).contains("nodePort: " + assigned);
  }

  @Test
  void leavesTheNumberOfPodsToTheAutoscaler() {
    deploy(Specs.of("nginx:1.27", new Scale.Fixed(2), null), DEFAULT);
    writer.scale(CALLER, web, new Scale.Autoscaling(2, 5, 70), DEFAULT);

    JsonNode deployment = Applied.documents(manifests(web)).get(0);

    assertThat(deployment.at("/spec/replicas").isMissingNode()).isTrue();
    assertUnchangedByApply();
  }

  @Test
  void keepsANumberOfPodsThatSomebodyApplied() {
    Applied.by(client, "kubectl", false, UNSAYABLE.replace("NAMESPACE", web.namespace()));

    assertThat(Applied.documents(manifests(web)).get(0).at("/spec/replicas").asInt()).isEqualTo(2);
  }

  @Test
  void changesNothingWhenApplied() {
    deploy(Specs.full(), DEFAULT);
    assertUnchangedByApply();
  }

  @Test
  void hasTheFilesAndClaimsThatRoadsteadMadeForTheCurrentVersion() {
    deploy(withMadeVolumes("one"), DEFAULT);
    String first = configs().get(0).getMetadata().getName();
    settled();
    deploy(withMadeVolumes("two"), DEFAULT);
    String second =
        configs().stream()
            .map(found -> found.getMetadata().getName())
            .filter(name -> !name.equals(first))
            .findFirst()
            .orElseThrow();
    settled();

    List<JsonNode> documents = Applied.documents(manifests(web));

    assertThat(documents)
        .extracting(
            document -> document.path("kind").asText() + document.at("/metadata/name").asText())
        .containsExactly(
            "ConfigMap" + second, "PersistentVolumeClaimweb-data", "Deploymentweb", "Serviceweb");
    assertThat(documents.get(0).path("data").toString()).isEqualTo("{\"a\":\"two\"}");
    assertThat(documents.get(0).path("immutable").asBoolean()).isTrue();
    assertThat(documents.get(0).at("/metadata/ownerReferences").isMissingNode()).isTrue();
    assertThat(documents.get(1).path("spec").toString())
        .isEqualTo(
            "{\"accessModes\":[\"ReadWriteOnce\"],"
                + "\"resources\":{\"requests\":{\"storage\":\"1Gi\"}}}");
    assertUnchangedByApply();
    assertThat(configs()).hasSize(2);
  }

  @Test
  void leavesOutConfigMapsOfSomebodyElse() {
    client
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(web.namespace())
                .withName("web-settings")
                .addToLabels("app.kubernetes.io/instance", "web")
                .endMetadata()
                .addToData("a", "one")
                .build())
        .create();
    deploy(
        Specs.full()
            .with(
                new Settings(
                    Map.of(
                        "volumes",
                        List.of(
                            Map.of("name", "conf", "config", Map.of("name", "web-settings")))))),
        DEFAULT);

    assertThat(Applied.documents(manifests(web)))
        .extracting(document -> document.path("kind").asText())
        .containsExactly("Deployment", "Service");
  }

  @Test
  void changesNothingWhenAnAppOfSomebodyElseIsApplied() {
    Applied.by(client, "kubectl", false, UNSAYABLE.replace("NAMESPACE", web.namespace()));

    assertThat(Applied.documents(manifests(web)))
        .extracting(document -> document.at("/metadata/name").asText())
        .containsExactly("web", "front", "headless", "load");
    assertUnchangedByApply();
  }

  @Test
  void changesNothingWhenAnAdoptedAppIsApplied() {
    createAsKubectl();
    deploy(Specs.of(List.of(Specs.container("nginx", "nginx:1.27")), null, null, Map.of()), ADOPT);
    assertUnchangedByApply();
  }

  @Test
  void makesTheSameAppInAnotherNamespace() {
    Applied.by(client, "kubectl", false, UNSAYABLE.replace("NAMESPACE", web.namespace()));
    AppName copy = new AppName(web.namespace() + "-copy", "web");
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(copy.namespace())
                .endMetadata()
                .build())
        .create();
    try {
      String manifests = manifests(web).replace(web.namespace(), copy.namespace());
      Applied.by(client, "kubectl", false, manifests);
      assertThat(manifests(copy)).isEqualTo(manifests);
    } finally {
      client.namespaces().withName(copy.namespace()).delete();
    }
  }

  private void assertUnchangedByApply() {
    String manifests = manifests(web);
    Map<String, JsonNode> before = specs();
    for (String manager : MANAGERS) {
      Applied.by(client, manager, true, manifests);
      assertThat(specs()).as("applied by %s", manager).isEqualTo(before);
    }
    assertThat(manifests(web)).isEqualTo(manifests);
  }

  /** The specs of all objects, and the generation of those that count changes of it. */
  private Map<String, JsonNode> specs() {
    Map<String, JsonNode> specs = new LinkedHashMap<>();
    Stream.<List<? extends HasMetadata>>of(
            client.apps().deployments().inNamespace(web.namespace()).list().getItems(),
            client.services().inNamespace(web.namespace()).list().getItems(),
            client.persistentVolumeClaims().inNamespace(web.namespace()).list().getItems(),
            client
                .autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .inNamespace(web.namespace())
                .list()
                .getItems())
        .flatMap(List::stream)
        .forEach(
            object -> {
              Long generation = object.getMetadata().getGeneration();
              specs.put(
                  "%s/%s %d"
                      .formatted(
                          object.getKind(),
                          object.getMetadata().getName(),
                          Objects.requireNonNullElse(generation, 0L)),
                  Json.MAPPER.<JsonNode>valueToTree(object).path("spec"));
            });
    return specs;
  }
}
