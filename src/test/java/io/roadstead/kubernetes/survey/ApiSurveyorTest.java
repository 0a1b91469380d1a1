// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.cluster.ApiSurvey;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.simulation.SimulatedCluster;
import io.roadstead.simulation.SimulatedClusterOptions;
import io.roadstead.simulation.api.Fault;
import io.roadstead.simulation.store.ApiGroup;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the API server is asked, and what is made of answers and refusals. */
final class ApiSurveyorTest {
  private SimulatedCluster cluster;
  private KubernetesClient client;

  @AfterEach
  void stop() {
    client.close();
    cluster.close();
  }

  @Test
  void findsNothingInAPlainCluster() {
    ApiSurvey found = surveyorOf(SimulatedClusterOptions.defaults()).survey();

    assertThat(found.groups()).contains("apps").doesNotContain("metrics.k8s.io");
    assertThat(found.groupsProblem()).isNull();
    assertThat(found.metrics()).isFalse();
    assertThat(found.ingressClasses()).isEqualTo(new ApiSurvey.Classes(List.of(), null));
    assertThat(found.gatewayClasses()).isEqualTo(new ApiSurvey.Classes(List.of(), null));
  }

  @Test
  void findsMetricsAndClasses() {
    ApiSurveyor surveyor = surveyorOf(withGroups());
    client
        .resource(
            new IngressClassBuilder()
                .withNewMetadata()
                .withName("nginx")
                .endMetadata()
                .withNewSpec()
                .withController("k8s.io/ingress-nginx")
                .endSpec()
                .build())
        .create();
    createGatewayClass("internal");

    ApiSurvey found = surveyor.survey();

    assertThat(found.metrics()).isTrue();
    assertThat(found.ingressClasses().names()).containsExactly("nginx");
    assertThat(found.gatewayClasses().names()).containsExactly("internal");
  }

  @Test
  void saysThatRegisteredMetricsDoNotAnswer() {
    ApiSurveyor surveyor = surveyorOf(withGroups());
    cluster
        .api()
        .faults()
        .always(request -> request.path().contains("metrics.k8s.io"), Fault.status(503));

    assertThat(surveyor.survey().metrics()).isFalse();
  }

  @Test
  void leavesOutWhatItMayNotList() {
    ApiSurveyor surveyor = surveyorOf(withGroups());
    cluster.api().faults().always(request -> request.path().endsWith("classes"), Fault.status(403));

    ApiSurvey found = surveyor.survey();

    assertThat(found.metrics()).isTrue();
    assertThat(found.ingressClasses().names()).isEmpty();
    assertThat(found.ingressClasses().problem()).startsWith("IngressClasses can't be listed: ");
    assertThat(found.gatewayClasses().problem()).startsWith("GatewayClasses can't be listed: ");
  }

  @Test
  void failsWhenNotEvenTheGroupsAreTold() {
    ApiSurveyor surveyor = surveyorOf(SimulatedClusterOptions.defaults());
    cluster.api().faults().always(request -> true, Fault.status(503));

    assertThatThrownBy(surveyor::survey)
        .isInstanceOfSatisfying(
            AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE));
  }

  private static SimulatedClusterOptions withGroups() {
    return SimulatedClusterOptions.defaults()
        .withApiGroups(Set.of(ApiGroup.listed("metrics.k8s.io/v1beta1"), ApiGroup.gateway()));
  }

  private ApiSurveyor surveyorOf(SimulatedClusterOptions options) {
    cluster = SimulatedCluster.start(options);
    Config config = Config.fromKubeconfig(cluster.kubeconfigYaml());
    config.setRequestRetryBackoffLimit(0);
    client = new KubernetesClientBuilder().withConfig(config).build();
    return new ApiSurveyor(new ApiServer(client, null, Duration.ofSeconds(5), 2));
  }

  private void createGatewayClass(String name) {
    var kind =
        new ResourceDefinitionContext.Builder()
            .withGroup("gateway.networking.k8s.io")
            .withVersion("v1")
            .withKind("GatewayClass")
            .withPlural("gatewayclasses")
            .withNamespaced(false)
            .build();
    var gatewayClass = new GenericKubernetesResource();
    gatewayClass.setApiVersion("gateway.networking.k8s.io/v1");
    gatewayClass.setKind("GatewayClass");
    gatewayClass.setMetadata(new ObjectMetaBuilder().withName(name).build());
    client.genericKubernetesResources(kind).resource(gatewayClass).create();
  }
}
