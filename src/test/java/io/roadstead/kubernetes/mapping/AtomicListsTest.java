// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.roadstead.app.Settings;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A list that Kubernetes replaces as a whole is expressed as a whole: one member without a word in
 * the contract would keep all others from being shown and changed.
 */
final class AtomicListsTest {
  private static final String NEAR =
      "affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [%s]}}";
  private static final String AWAY =
      "affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution:"
          + " [{weight: 1, podAffinityTerm: %s}]}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{topologyKey: zone}",
        "{topologyKey: zone, labelSelector: {}}",
        "{topologyKey: zone, labelSelector: {matchLabels: {app: a}}}",
        "{topologyKey: zone, labelSelector: {matchExpressions: [{key: a, operator: Exists}]}}",
        "{topologyKey: zone, namespaceSelector: {}}",
        "{topologyKey: zone, namespaceSelector: {matchLabels: {team: a}}}",
        "{topologyKey: zone, namespaceSelector: {matchExpressions: [{key: a, operator: Exists}]}}",
        "{topologyKey: zone, labelSelector: {}, namespaces: [a], namespaceSelector: {},"
            + " matchLabelKeys: [b], mismatchLabelKeys: [c]}"
      })
  void expressesEveryTermAboutPods(String term) {
    expressesOfPod(NEAR.formatted(term));
    expressesOfPod(AWAY.formatted(term));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "readinessGates: [{conditionType: example.org/a}, {conditionType: example.org/b}]",
        "topologySpreadConstraints: [{topologyKey: zone, maxSkew: 1, labelSelector: {},"
            + " whenUnsatisfiable: ScheduleAnyway}]",
        "topologySpreadConstraints: [{topologyKey: zone, maxSkew: 1, nodeAffinityPolicy: Ignore,"
            + " whenUnsatisfiable: DoNotSchedule, nodeTaintsPolicy: Honor, labelSelector:"
            + " {matchExpressions: [{key: a, operator: NotIn, values: [b]}]}}]",
        "volumes: [{name: a, downwardAPI: {items: [{path: b,"
            + " fieldRef: {apiVersion: v1, fieldPath: metadata.labels}}]}}]",
        "volumes: [{name: a, csi: {driver: b, readOnly: true, fsType: ext4,"
            + " volumeAttributes: {c: d}, nodePublishSecretRef: {name: e}}}]",
        "volumes: [{name: a, nfs: {server: b, path: /c, readOnly: true}}]",
        "volumes: [{name: a, ephemeral: {volumeClaimTemplate: {metadata: {labels: {b: c},"
            + " annotations: {d: e}}, spec: {accessModes: [ReadWriteOnce], storageClassName: f,"
            + " volumeMode: Filesystem, resources: {requests: {storage: 1Gi}}}}}}]"
      })
  void expressesListsOfPods(String pod) {
    expressesOfPod(pod);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: Pods, pods: {metric: {name: a, selector: %s}, target: %s}}",
        "{type: External, external: {metric: {name: a, selector: %s}, target: %s}}",
        "{type: Object, object: {describedObject: {kind: b, name: c, apiVersion: v1},"
            + " metric: {name: a, selector: %s}, target: %s}}"
      })
  void expressesEveryMetric(String metric) {
    String selector =
        "{matchLabels: {b: c}, matchExpressions: [{key: d, operator: In, values: [e]}]}";
    String target = "{type: AverageValue, averageValue: '5'}";

    expresses(
        Mapping.AUTOSCALER,
        "metrics: [" + metric.formatted(selector, target) + "]",
        HorizontalPodAutoscalerSpec.class);
  }

  /** The API server assigns the families when they are not sent. */
  @ParameterizedTest
  @ValueSource(strings = {"[IPv6]", "[IPv6, IPv4]"})
  void expressesFamiliesWhenIpv6IsFirst(String families) {
    expresses(Mapping.SERVICE, "ipFamilies: " + families, ServiceSpec.class);

    assertThat(Mapping.SERVICE.of(tree("ipFamilies: [IPv4, IPv6]")).isEmpty()).isTrue();
  }

  private static void expressesOfPod(String pod) {
    expresses(Mapping.DEPLOYMENT, "template: {spec: {" + pod + "}}", DeploymentSpec.class);
  }

  private static <T> void expresses(Mapping mapping, String yaml, Class<T> type) {
    ObjectNode live = tree(yaml);
    Settings settings = mapping.of(live);

    ObjectNode written = Trees.of(mapping.with(Trees.as(Trees.empty(), type), settings, type));

    assertThat(ServerDefaults.without(written)).isEqualTo(ServerDefaults.without(live));
  }

  private static ObjectNode tree(String yaml) {
    return Trees.of(Serialization.unmarshal(yaml, Map.class));
  }
}
