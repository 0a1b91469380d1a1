// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Scale;
import io.roadstead.app.Settings;
import io.roadstead.cluster.ExposureType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MappingTest {
  private static final AppName WEB = new AppName("shop", "web");
  private static final PodCount TWO = new PodCount(2, BeforeStop.NOTHING);
  private static final PodCount UNSAID = PodCount.NONE;
  private static final String POLICY = "terminationMessagePolicy";

  @Test
  void labelsDeploymentAndPodsAndSelectsByWhatNeverChanges() {
    Deployment desired = DeploymentMapping.desired(WEB, Specs.full(), TWO, null, false);

    assertThat(desired.getMetadata().getLabels())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "app.kubernetes.io/name", "web",
                "app.kubernetes.io/instance", "web",
                "app.kubernetes.io/managed-by", "roadstead",
                "team", "web"));
    assertThat(desired.getSpec().getSelector().getMatchLabels())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("app.kubernetes.io/name", "web", "app.kubernetes.io/instance", "web"));
    assertThat(desired.getSpec().getTemplate().getMetadata().getLabels())
        .containsAllEntriesOf(desired.getSpec().getSelector().getMatchLabels())
        .containsEntry("team", "web");
    assertThat(desired.getSpec().getTemplate().getMetadata().getAnnotations())
        .containsExactly(Map.entry("example.com/note", "words"));
    assertThat(desired.getSpec().getReplicas()).isEqualTo(2);
  }

  @Test
  void leavesReplicasOutWhenTheyAreNotItsToSay() {
    String json =
        Serialization.asJson(
            DeploymentMapping.desired(WEB, Specs.of("nginx", null, null), UNSAID, null, false));

    assertThat(json).doesNotContain("replicas").doesNotContain("strategy").doesNotContain("status");
  }

  @Test
  void securesPodsOnlyWhereOrdinaryImagesDoNotNotice() {
    PodSpec pod =
        pod(DeploymentMapping.desired(WEB, Specs.of("nginx", null, null), TWO, null, false));

    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isNull();
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    var context = pod.getContainers().get(0).getSecurityContext();
    assertThat(context.getAllowPrivilegeEscalation()).isFalse();
    assertThat(context.getReadOnlyRootFilesystem()).isNull();
    assertThat(context.getCapabilities()).isNull();
    assertThat(pod.getContainers().get(0).getTerminationMessagePolicy())
        .isEqualTo("FallbackToLogsOnError");
  }

  @Test
  void givesTokenOfAccountThatWasNamed() {
    PodSpec pod = pod(DeploymentMapping.desired(WEB, Specs.full(), TWO, null, false));

    assertThat(pod.getServiceAccountName()).isEqualTo("default");
    assertThat(pod.getAutomountServiceAccountToken()).isNull();
  }

  @Test
  void addsNothingOfItsOwnToPodsOfAdoptedApp() {
    Deployment live =
        new DeploymentBuilder()
            .withNewMetadata()
            .endMetadata()
            .withNewSpec()
            .withNewSelector()
            .endSelector()
            .withNewTemplate()
            .withNewSpec()
            .endSpec()
            .endTemplate()
            .endSpec()
            .build();
    Deployment desired =
        DeploymentMapping.desired(WEB, Specs.of("nginx", null, null), UNSAID, live, true);

    assertThat(desired.getSpec().getSelector()).isNull();
    assertThat(desired.getSpec().getTemplate().getMetadata()).isNull();
    assertThat(pod(desired).getSecurityContext()).isNull();
    assertThat(pod(desired).getAutomountServiceAccountToken()).isNull();
    Container container = pod(desired).getContainers().get(0);
    assertThat(container.getImagePullPolicy()).isNull();
    assertThat(container.getSecurityContext()).isNull();
    assertThat(container.getTerminationMessagePolicy()).isNull();
    assertThat(desired.getMetadata().getAnnotations()).containsKey("roadstead.io/adopted");
  }

  @ParameterizedTest
  @CsvSource({
    "false, , , FallbackToLogsOnError",
    "false, , File, File",
    "false, FILE, , File",
    "false, FILE, FallbackToLogsOnError, File",
    "true, , , ",
    "true, , FallbackToLogsOnError, FallbackToLogsOnError",
    "true, FILE, FallbackToLogsOnError, File"
  })
  void keepsTheMessagePolicyUnlessAnotherIsSaid(
      boolean adopted, @Nullable String said, @Nullable String live, @Nullable String expected) {
    Map<String, Object> settings = said == null ? Map.of() : Map.of(POLICY, said);
    AppSpec spec =
        Specs.of(
            List.of(Specs.container("web", "nginx").with(new Settings(settings))),
            null,
            null,
            Map.of());
    Deployment found = DeploymentMapping.desired(WEB, spec, TWO, null, false);
    pod(found).getContainers().get(0).setTerminationMessagePolicy(live);

    Deployment desired =
        DeploymentMapping.desired(WEB, spec, TWO, live == null && !adopted ? null : found, adopted);

    assertThat(pod(desired).getContainers().get(0).getTerminationMessagePolicy())
        .isEqualTo(expected);
  }

  /** {@code Always} would break images that only the node has. */
  @Test
  void leavesThePullPolicyToKubernetes() {
    Deployment desired =
        DeploymentMapping.desired(WEB, Specs.of("nginx", null, null), TWO, null, false);

    assertThat(pod(desired).getContainers().get(0).getImagePullPolicy()).isNull();
  }

  @Test
  void translatesContainer() {
    Container web =
        pod(DeploymentMapping.desired(WEB, Specs.full(), TWO, null, false)).getContainers().get(0);

    assertThat(web.getCommand()).containsExactly("nginx");
    assertThat(web.getArgs()).containsExactly("-g", "daemon off;");
    assertThat(web.getEnv().get(1).getName()).isEqualTo("EMPTY");
    assertThat(web.getEnv().get(1).getValue()).isNull();
    assertThat(web.getEnv().get(2).getValueFrom().getSecretKeyRef().getName()).isEqualTo("tokens");
    assertThat(web.getEnv().get(2).getValueFrom().getSecretKeyRef().getOptional()).isTrue();
    assertThat(web.getEnv().get(3).getValueFrom().getConfigMapKeyRef().getKey()).isEqualTo("web");
    assertThat(web.getPorts()).extracting(p -> p.getProtocol()).containsExactly("TCP", "UDP");
    assertThat(web.getResources().getRequests()).containsOnlyKeys("cpu", "memory");
    assertThat(web.getStartupProbe().getTcpSocket().getPort().getIntVal()).isEqualTo(8080);
    assertThat(web.getStartupProbe().getFailureThreshold()).isEqualTo(30);
    assertThat(web.getStartupProbe().getPeriodSeconds()).isNull();
    assertThat(web.getReadinessProbe().getHttpGet().getPort().getStrVal()).isEqualTo("http");
    assertThat(web.getReadinessProbe().getHttpGet().getScheme()).isEqualTo("HTTP");
    assertThat(web.getLivenessProbe().getExec().getCommand()).containsExactly("true");
  }

  @ParameterizedTest
  @CsvSource({
    "INTERNAL, ClusterIP, false",
    "NODE_PORT, NodePort, false",
    "LOAD_BALANCER, LoadBalancer, false",
    "EXTERNAL, LoadBalancer, true"
  })
  void choosesServiceType(ExposureType type, String serviceType, boolean annotated) {
    Service service =
        ServiceMapping.desired(
            WEB, Specs.exposure(type, null), Map.of("team", "web"), Map.of("app", "web"), null);

    assertThat(service.getSpec().getType()).isEqualTo(serviceType);
    Map<String, String> annotations = service.getMetadata().getAnnotations();
    assertThat(annotations != null && annotations.containsKey("roadstead.io/exposure"))
        .isEqualTo(annotated);
    assertThat(service.getSpec().getSelector()).containsExactly(Map.entry("app", "web"));
    assertThat(service.getSpec().getPorts().get(0).getTargetPort().getStrVal()).isEqualTo("http");
    assertThat(service.getSpec().getPorts().get(0).getNodePort()).isNull();
    assertThat(service.getMetadata().getLabels()).containsEntry("team", "web");
  }

  @Test
  void aimsAutoscalerAtDeployment() {
    var spec =
        AutoscalerMapping.desired(WEB, new Scale.Autoscaling(2, 5, 70), Map.of(), null).getSpec();

    assertThat(spec.getScaleTargetRef().getKind()).isEqualTo("Deployment");
    assertThat(spec.getScaleTargetRef().getApiVersion()).isEqualTo("apps/v1");
    assertThat(spec.getScaleTargetRef().getName()).isEqualTo("web");
    assertThat(spec.getMinReplicas()).isEqualTo(2);
    assertThat(spec.getMaxReplicas()).isEqualTo(5);
    assertThat(spec.getMetrics().get(0).getResource().getTarget().getAverageUtilization())
        .isEqualTo(70);
  }

  private static PodSpec pod(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec();
  }
}
