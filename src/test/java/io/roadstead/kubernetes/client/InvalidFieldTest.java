// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages are those of a kube-apiserver 1.36. */
final class InvalidFieldTest {

  @ParameterizedTest
  @CsvSource({
    "spec.template.spec.containers[1].image, containers[1].image",
    "spec.template.spec.containers[0].ports[2].containerPort, containers[0].ports[2].port",
    "spec.template.spec.containers[0].livenessProbe.httpGet.port, containers[0].livenessProbe.http.port",
    "spec.template.spec.imagePullSecrets[0].name, imagePullSecrets[0]",
    "spec.template.spec.serviceAccountName, serviceAccountName",
    "spec.template.metadata.labels, labels",
    "metadata.annotations, annotations",
    "spec.replicas, replicas",
    "spec.template.spec.volumes[0].name, volumes[0].name",
    "spec.template.spec.volumes[1].persistentVolumeClaim.claimName, volumes[1].claim.name",
    "spec.template.spec.initContainers[0].volumeMounts[2].mountPath, initContainers[0].volumeMounts[2].path",
    "spec.template.spec.containers[0].lifecycle.preStop.exec.command, containers[0].preStop.exec.command",
    "spec.template.spec.securityContext.fsGroup, security.fsGroup",
    "spec.template.spec.tolerations[0].effect, placement.tolerations[0].effect",
    "spec.strategy.rollingUpdate.maxSurge, update.maxSurge",
    "spec.template.spec.hostNetwork, spec.template.spec.hostNetwork"
  })
  void namesFieldOfDeploymentAsRequestDoes(String kubernetes, String ours) {
    assertThat(violation("Deployment", kubernetes, "Required value").field()).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource({
    "Service, spec.ports[0].nodePort, exposure.ports[0].nodePort",
    "Service, spec.type, exposure.type",
    "Service, spec.clusterIPs[0], spec.clusterIPs[0]",
    "Service, spec.loadBalancerSourceRanges[0], exposure.sourceRanges[0]",
    "HorizontalPodAutoscaler, spec.maxReplicas, autoscaling.maxReplicas",
    "HorizontalPodAutoscaler, spec.metrics[0].resource, autoscaling.targetCpuPercent",
    "Ingress, spec.ports, spec.ports"
  })
  void namesFieldOfOtherObjectsAsRequestDoes(String kind, String kubernetes, String ours) {
    assertThat(violation(kind, kubernetes, "Required value").field()).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Service    | spec.ports[0].nodePort | Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767 | exposure.ports[0].nodePort: 80 is outside the cluster's range of node ports; send a number from 30000 to 32767, or leave it out to get a free one
          Service    | spec.ports[0].nodePort | Invalid value: 30555: provided port is already allocated | exposure.ports[0].nodePort: 30555 is in use by another Service; leave it out to get a free one
          Deployment | spec.template.spec.containers[0].imagePullPolicy | Unsupported value: "Often": supported values: "Always", "Never" | containers[0].pullPolicy: "Often" is not supported: supported values: "Always", "Never"
          Deployment | spec.template.spec.serviceAccountName | Invalid value: "a b": must consist of lower case | serviceAccountName: "a b" must consist of lower case
          Deployment | spec.replicas | Required value | replicas is missing
          Deployment | spec.replicas | Required value: must specify a number | replicas is missing: must specify a number
          Deployment | spec.strategy | Forbidden: may not be specified | spec.strategy is rejected by the cluster: Forbidden: may not be specified
          Service    | spec.ports[1].name | Duplicate value: "web" | exposure.ports[1].name: "web" is given twice
          Deployment | spec.selector | Invalid value: {"matchLabels":{"app":"b"}}: field is immutable | spec.selector is rejected by the cluster: field is immutable
          """)
  void saysWhatIsWrongWithWhichValue(String kind, String field, String message, String sentence) {
    assertThat(violation(kind, field, message)).hasToString(sentence);
  }

  @Test
  void neverShowsEnvValuesOrArguments() {
    for (String field :
        List.of("env[0].value", "env[0].valueFrom", "args[0]", "command", "env[3].name")) {
      for (String message :
          List.of(
              "Invalid value: \"hunter2\": must not",
              "Invalid value: \"hunter2\": hunter2 is not allowed",
              "Invalid value: core.EnvVar{Name:\"A\", Value:\"hunter2\"}: must not",
              "Invalid value: {\"name\":\"A\",\"value\":\"hunter2\"}: must not",
              "Too long: hunter2",
              "Duplicate value: \"hunter2\"")) {
        Violation violation =
            violation("Deployment", "spec.template.spec.containers[0]." + field, message);
        assertThat(violation.toString()).doesNotContain("hunter2");
      }
    }
    assertThat(
            violation(
                    "Deployment",
                    "spec.template.spec.containers[0]",
                    "Invalid value: {\"env\":[{\"value\":\"hunter2\"}]}: must not")
                .toString())
        .doesNotContain("hunter2");
  }

  private static Violation violation(String kind, String field, String message) {
    Status status =
        new StatusBuilder()
            .withCode(422)
            .withReason("Invalid")
            .withMessage(kind + " \"web\" is invalid: " + field + ": " + message)
            .withNewDetails()
            .withKind(kind)
            .withCauses(new StatusCause(field, message, "FieldValueInvalid"))
            .endDetails()
            .build();
    AppException e = KubernetesErrors.translate(new KubernetesClientException("m", 422, status));
    assertThat(e.code())
        .isEqualTo(
            message.endsWith("already allocated")
                ? ErrorCode.FAILED_PRECONDITION
                : ErrorCode.INVALID_ARGUMENT);
    return e.details().violations().get(0);
  }
}
