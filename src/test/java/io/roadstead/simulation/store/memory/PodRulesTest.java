// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import static io.roadstead.simulation.store.Documents.deployment;
import static io.roadstead.simulation.store.Documents.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.WriteOptions;
import io.roadstead.simulation.store.fields.MergePatch;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals in the words of a real API server. */
class PodRulesTest {
  private static final String TEMPLATE = "spec.template.spec.";

  private final MemoryObjectStore store = new MemoryObjectStore(Clock.systemUTC());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {volumes: [{name: v}, {name: v}]} | volumes[1].name | Duplicate value: "v"
          {volumes: [{name: v, emptyDir: {}, secret: {secretName: x}}]} | volumes[0].secret | Forbidden: may not specify more than 1 volume type
          {volumes: [{name: v, configMap: {}}]} | volumes[0].configMap.name | Required value
          {volumes: [{name: v, persistentVolumeClaim: {}}]} | volumes[0].persistentVolumeClaim.claimName | Required value
          {volumes: [{name: v, configMap: {name: x, items: [{key: a, path: ../b}]}}]} | volumes[0].configMap.items[0].path | Invalid value: "../b": must not contain '..'
          {volumes: [{name: v, secret: {secretName: x, defaultMode: 1000}}]} | volumes[0].secret.defaultMode | Invalid value: 1000: must be a number between 0 and 0777 (octal), both inclusive
          {initContainers: [{name: web, image: x}]} | initContainers[0].name | Duplicate value: "web"
          {initContainers: [{name: i, image: x, readinessProbe: {tcpSocket: {port: 80}}}]} | initContainers[0].readinessProbe | Forbidden: may not be set for init containers without restartPolicy=Always
          {dnsPolicy: None} | dnsConfig | Required value: must provide `dnsConfig` when `dnsPolicy` is None
          {hostAliases: [{ip: x}]} | hostAliases[0].ip | Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)
          {tolerations: [{key: a, tolerationSeconds: 5}]} | tolerations[0].effect | Invalid value: "": effect must be 'NoExecute' when `tolerationSeconds` is set
          {securityContext: {runAsUser: -1}} | securityContext.runAsUser | Invalid value: -1: must be between 0 and 2147483647, inclusive
          {topologySpreadConstraints: [{maxSkew: 1, topologyKey: z, whenUnsatisfiable: X}]} | topologySpreadConstraints[0].whenUnsatisfiable | Unsupported value: "X": supported values: "DoNotSchedule", "ScheduleAnyway"
          {activeDeadlineSeconds: 5} | activeDeadlineSeconds | Forbidden: activeDeadlineSeconds in ReplicaSet is not Supported
          """)
  void refusesPodsThatBreakARule(String change, String field, String detail) {
    ObjectNode sent = deployment("web");
    sent.withObject("/spec/template").set("spec", merged(sent, change));

    assertThat(refusal(ResourceKinds.DEPLOYMENT, sent)).contains(TEMPLATE + field + ": " + detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {volumeMounts: [{name: v, mountPath: /a}]} | volumeMounts[0].name | Not found: "v"
          {resources: {requests: {memory: 2Gi}, limits: {memory: 1Gi}}} | resources.requests | Invalid value: "2Gi": must be less than or equal to memory limit of 1Gi
          {resources: {limits: {nvidia.com/gpu: 1500m}}} | resources.limits[nvidia.com/gpu] | Invalid value: "1500m": must be an integer
          {livenessProbe: {tcpSocket: {port: 80}, successThreshold: 2}} | livenessProbe.successThreshold | Invalid value: 2: must be 1
          {readinessProbe: {exec: {}}} | readinessProbe.exec.command | Required value
          {lifecycle: {preStop: {sleep: {seconds: 100}}}} | lifecycle.preStop.sleep | Invalid value: 100: must be non-negative and less than terminationGracePeriodSeconds (30)
          {envFrom: [{}]} | envFrom | Invalid value: "": must specify one of: `configMapRef` or `secretRef`
          {env: [{name: A, valueFrom: {fieldRef: {fieldPath: spec.foo}}}]} | env[0].valueFrom.fieldRef.fieldPath | Invalid value: "spec.foo": error converting fieldPath: field label not supported: spec.foo
          {ports: [{containerPort: 1, hostPort: 80}, {containerPort: 2, hostPort: 80}]} | ports[1].hostPort | Duplicate value: "TCP//80"
          """)
  void refusesContainersThatBreakARule(String change, String field, String detail) {
    ObjectNode sent = deployment("web");
    ObjectNode container = (ObjectNode) sent.at("/spec/template/spec/containers/0");
    container.setAll(object(change));

    assertThat(refusal(ResourceKinds.DEPLOYMENT, sent))
        .contains(TEMPLATE + "containers[0]." + field + ": " + detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: LoadBalancer, clusterIP: None} | spec.clusterIPs[0]: Invalid value: "None": may not be set to 'None' for LoadBalancer services
          {ports: [{name: a, port: 1}, {name: b, port: 1}]} | spec.ports[1]: Duplicate value
          {type: NodePort, ports: [{name: a, port: 1, nodePort: 30001}, {name: b, port: 2, nodePort: 30001}]} | spec.ports[1].nodePort: Invalid value: 30001: provided port is already allocated
          {loadBalancerSourceRanges: [10.0.0.0/8]} | spec.LoadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'
          {type: ExternalName} | spec.externalName: Required value
          {externalTrafficPolicy: Local} | spec.externalTrafficPolicy: Invalid value: "Local": may only be set for externally-accessible services
          {sessionAffinity: X} | spec.sessionAffinity: Unsupported value: "X": supported values: "ClientIP", "None"
          """)
  void refusesServicesThatBreakARule(String spec, String line) {
    ObjectNode service = object("{metadata: {name: web, namespace: default}}");
    ObjectNode sent = object("{ports: [{port: 80}]}");
    sent.setAll(object(spec));
    service.set("spec", sent);

    assertThat(refusal(ResourceKinds.SERVICE, service)).contains(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: Recreate, rollingUpdate: {maxSurge: 1}} | spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'
          {rollingUpdate: {maxUnavailable: 150%}} | spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "150%": must not be greater than 100%
          {rollingUpdate: {maxSurge: -1}} | spec.strategy.rollingUpdate.maxSurge: Invalid value: -1: must be greater than or equal to 0
          """)
  void refusesStrategiesThatBreakARule(String strategy, String line) {
    ObjectNode sent = deployment("web");
    sent.withObject("/spec").set("strategy", object(strategy));

    assertThat(refusal(ResourceKinds.DEPLOYMENT, sent)).contains(line);
  }

  private static ObjectNode merged(ObjectNode deployment, String change) {
    return MergePatch.apply(deployment.withObject("/spec/template/spec"), object(change));
  }

  private String refusal(ResourceKind kind, ObjectNode sent) {
    WriteOptions options = WriteOptions.by("test");
    ApiException refused =
        catchThrowableOfType(ApiException.class, () -> store.create(kind, sent, options));
    assertThat(refused.code()).isEqualTo(422);
    return String.valueOf(refused.getMessage());
  }
}
