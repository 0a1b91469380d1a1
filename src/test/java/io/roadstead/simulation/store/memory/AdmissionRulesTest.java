// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import static io.roadstead.simulation.store.Documents.deployment;
import static io.roadstead.simulation.store.Documents.object;
import static io.roadstead.simulation.store.Documents.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.WriteOptions;
import io.roadstead.simulation.store.fields.MergePatch;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionRulesTest {
  private static final WriteOptions TEST = WriteOptions.by("test");

  private final MemoryObjectStore store = new MemoryObjectStore(Clock.systemUTC());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {metadata: {name: Web}}                        | FieldValueInvalid      | metadata.name
          {metadata: {labels: {a b: x}}}                 | FieldValueInvalid      | metadata.labels
          {metadata: {labels: {a: x y}}}                 | FieldValueInvalid      | metadata.labels
          {metadata: {annotations: {a b: x}}}            | FieldValueInvalid      | metadata.annotations
          {spec: {replicas: -1}}                         | FieldValueInvalid      | spec.replicas
          {spec: {selector: null}}                       | FieldValueRequired     | spec.selector
          {spec: {selector: {matchLabels: {app: x}}}}    | FieldValueInvalid      | spec.template.metadata.labels
          {spec: {template: {spec: {containers: []}}}}   | FieldValueRequired     | spec.template.spec.containers
          {spec: {template: {spec: {restartPolicy: Never}}}} | FieldValueNotSupported | spec.template.spec.restartPolicy
          {spec: {strategy: {type: Other}}}              | FieldValueNotSupported | spec.strategy
          {spec: {strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}}} | FieldValueInvalid | spec.strategy.rollingUpdate.maxUnavailable
          """)
  void refusesDeploymentsThatBreakARule(String change, String reason, String field) {
    ObjectNode sent = MergePatch.apply(deployment("web"), object(change));
    assertRefused(refusal(ResourceKinds.DEPLOYMENT, sent), reason, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: c}                                                     | FieldValueRequired  | spec.containers[0].image
          {image: nginx}                                                | FieldValueRequired  | spec.containers[0].name
          {name: C, image: nginx}                                       | FieldValueInvalid   | spec.containers[0].name
          {name: c, image: nginx, ports: [{containerPort: 70000}]}      | FieldValueInvalid   | spec.containers[0].ports[0].containerPort
          {name: c, image: nginx, ports: [{containerPort: 1, name: UP}]} | FieldValueInvalid  | spec.containers[0].ports[0].name
          {name: c, image: nginx, ports: [{containerPort: 1, name: a}, {containerPort: 2, name: a}]} | FieldValueDuplicate | spec.containers[0].ports[1].name
          {name: c, image: nginx, env: [{name: a=b}]}                   | FieldValueInvalid   | spec.containers[0].env[0].name
          {name: c, image: nginx, resources: {requests: {cpu: 2}, limits: {cpu: 1}}} | FieldValueInvalid | spec.containers[0].resources.requests
          {name: c, image: nginx, resources: {limits: {cpu: '-1'}, requests: {cpu: '-2'}}} | FieldValueInvalid | spec.containers[0].resources.limits[cpu]
          {name: c, image: nginx, readinessProbe: {}}                   | FieldValueRequired  | spec.containers[0].readinessProbe
          {name: c, image: nginx, livenessProbe: {tcpSocket: {port: 0}}} | FieldValueInvalid  | spec.containers[0].livenessProbe.tcpSocket.port
          {name: c, image: nginx, imagePullPolicy: Now}                 | FieldValueNotSupported | spec.containers[0].imagePullPolicy
          {name: c, image: nginx, volumeMounts: [{name: v, mountPath: /v}]} | FieldValueNotFound | spec.containers[0].volumeMounts[0].name
          """)
  void refusesContainersThatBreakARule(String container, String reason, String field) {
    ObjectNode sent =
        object(
            "{metadata: {name: p, namespace: default}, spec: {containers: [%s]}}"
                .formatted(container));
    assertRefused(refusal(ResourceKinds.POD, sent), reason, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {ports: []}                                             | FieldValueRequired     | spec.ports
          {ports: [{port: 0}]}                                    | FieldValueInvalid      | spec.ports[0].port
          {ports: [{port: 1}, {port: 2, name: b}]}                | FieldValueRequired     | spec.ports[0].name
          {ports: [{port: 1, name: b}, {port: 2, name: b}]}       | FieldValueDuplicate    | spec.ports[1].name
          {ports: [{port: 1, nodePort: 30001}]}                   | FieldValueForbidden    | spec.ports[0].nodePort
          {type: NodePort, ports: [{port: 1, nodePort: 80}]}      | FieldValueInvalid      | spec.ports[0].nodePort
          {type: NodePort, ports: [{port: 1, nodePort: 30123}]}   | FieldValueInvalid      | spec.ports[0].nodePort
          {type: Nothing, ports: [{port: 1}]}                     | FieldValueNotSupported | spec.type
          """)
  void refusesServicesThatBreakARule(String spec, String reason, String field) {
    store.create(
        ResourceKinds.SERVICE,
        service("taken", "{type: NodePort, ports: [{port: 1, nodePort: 30123}]}"),
        TEST);
    assertRefused(refusal(ResourceKinds.SERVICE, service("web", spec)), reason, field);
  }

  @Test
  void refusesAnotherSelectorForADeployment() {
    store.create(ResourceKinds.DEPLOYMENT, deployment("web"), TEST);
    ObjectNode changed =
        MergePatch.apply(
            deployment("web"),
            object(
                "spec: {selector: {matchLabels: {app: x}}, template: {metadata: {labels: {app: x}}}}"));

    ApiException refusal =
        catchThrowableOfType(
            ApiException.class, () -> store.update(ResourceKinds.DEPLOYMENT, changed, TEST));
    assertThat(refusal)
        .hasMessage(
            "Deployment.apps \"web\" is invalid: spec.selector: Invalid value:"
                + " {\"matchLabels\":{\"app\":\"x\"}}: field is immutable");
  }

  @Test
  void refusesAmountsThatCanNotBeRead() {
    ObjectNode sent =
        MergePatch.apply(
            deployment("web"),
            object(
                """
                spec: {template: {spec: {containers: [
                  {name: web, image: nginx, resources: {limits: {cpu: a lot}}}]}}}
                """));
    assertThat(refusal(ResourceKinds.DEPLOYMENT, sent).code()).isEqualTo(400);
  }

  @Test
  void namesAllBreachesAtOnce() {
    ObjectNode sent =
        MergePatch.apply(deployment("web"), object("{metadata: {name: W}, spec: {replicas: -1}}"));
    ApiException refusal = refusal(ResourceKinds.DEPLOYMENT, sent);

    assertThat(refusal.toStatus().at("/details/causes")).hasSize(2);
    assertThat(refusal.getMessage())
        .startsWith("Deployment.apps \"W\" is invalid: [metadata.name: ");
  }

  @Test
  void fillsInTheDefaultsOfTheRealServer() {
    ObjectNode created = store.create(ResourceKinds.DEPLOYMENT, deployment("web"), TEST);

    assertThat(created.path("spec"))
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
                    containers:
                    - name: web
                      image: nginx:1.27
                      imagePullPolicy: IfNotPresent
                      resources: {}
                      terminationMessagePath: /dev/termination-log
                      terminationMessagePolicy: File
                    dnsPolicy: ClusterFirst
                    restartPolicy: Always
                    schedulerName: default-scheduler
                    securityContext: {}
                    terminationGracePeriodSeconds: 30
                """));
  }

  private ApiException refusal(ResourceKind kind, ObjectNode sent) {
    return catchThrowableOfType(ApiException.class, () -> store.create(kind, sent, TEST));
  }

  private static void assertRefused(ApiException refusal, String reason, String field) {
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo(422);
    assertThat(refusal.toStatus().at("/details/causes"))
        .anySatisfy(
            cause -> {
              assertThat(cause.path("reason").asText()).isEqualTo(reason);
              assertThat(cause.path("field").asText()).isEqualTo(field);
            });
  }

  private static ObjectNode service(String name, String spec) {
    return object("{metadata: {name: %s, namespace: default}, spec: %s}".formatted(name, spec));
  }
}
