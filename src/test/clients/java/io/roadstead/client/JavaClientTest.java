// SPDX-License-Identifier: Apache-2.0
package io.roadstead.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.roadstead.client.api.AppsApi;
import io.roadstead.client.api.ClustersApi;
import io.roadstead.client.model.App;
import io.roadstead.client.model.AppSpec;
import io.roadstead.client.model.AppState;
import io.roadstead.client.model.AppStatus;
import io.roadstead.client.model.Container;
import io.roadstead.client.model.ContainerPort;
import io.roadstead.client.model.Exposure;
import io.roadstead.client.model.ExposurePort;
import io.roadstead.client.model.ExposureState;
import io.roadstead.client.model.ExposureType;
import io.roadstead.client.model.Pod;
import io.roadstead.client.model.PortReference;
import io.roadstead.client.model.Scale;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An app's life as a user of the generated client sees it. */
final class JavaClientTest {

  private static final String NAMESPACE = "default";
  private static final String APP = "java-client";

  private final ApiClient client = client("ROADSTEAD_URL");
  private final AppsApi apps = new AppsApi(client);

  @Test
  void deploysExposesScalesReportsAndDeletes() throws ApiException {
    App deployed = deploy("luksa/kubia:1.0");
    assertThat(deployed.getName()).isEqualTo("namespaces/default/apps/java-client");
    assertThat(deploy("luksa/kubia:1.0").getEtag()).isEqualTo(deployed.getEtag());

    apps.exposeApp(NAMESPACE, APP, exposure(), null, null, null);
    apps.scaleApp(NAMESPACE, APP, new Scale().replicas(3), null, null, null);
    AppStatus ready =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () -> apps.getAppStatus(NAMESPACE, APP, null),
                status -> status.getState() == AppState.APP_STATE_READY && status.getReadyReplicas() == 3);
    assertThat(ready.getExposure().getState()).isEqualTo(ExposureState.EXPOSURE_STATE_ADDRESSED);
    assertThat(ready.getExposure().getAddresses())
        .anyMatch(address -> "java-client.default.svc.cluster.local".equals(address.getHost()));

    assertThat(apps.listPods(NAMESPACE, APP, null, null).getPods())
        .hasSize(3)
        .allMatch(Pod::getReady)
        .allSatisfy(pod -> assertThat(pod.getIp()).isNotEmpty())
        .allSatisfy(pod -> assertThat(pod.getNode()).isNotEmpty());

    assertThat(apps.getLogicalView(NAMESPACE, APP).getItems())
        .filteredOn(item -> "Pod".equals(item.getKind()))
        .hasSize(3);
    assertThat(apps.getPhysicalView(NAMESPACE, APP).getSpread().getPods()).isEqualTo(3);

    apps.deleteApp(NAMESPACE, APP, true, null, null);
    assertThat(refused(() -> apps.getApp(NAMESPACE, APP, null)).getCode()).isEqualTo(404);
  }

  @Test
  void readsWhichFieldWasRefused() {
    ApiException refusal = refused(() -> deploy("Not An Image"));

    assertThat(refusal.getCode()).isEqualTo(400);
    assertThat(refusal.getResponseBody())
        .contains("\"INVALID_ARGUMENT\"", "\"containers[0].image\"", "Not An Image");
  }

  /** Each enum has a new value, each object a new field. */
  @Test
  void readsAnswersOfALaterVersion() throws ApiException {
    String app = "java-future";
    deploy(app, "luksa/kubia:1.0");
    ApiClient later = client("ROADSTEAD_FUTURE_URL");
    AppsApi future = new AppsApi(later);
    try {
      assertThat(future.getAppStatus(NAMESPACE, app, null).getState())
          .isEqualTo(AppState.UNKNOWN_DEFAULT_OPEN_API);
      assertThat(future.getApp(NAMESPACE, app, null).getSpec().getContainers()).hasSize(1);
      assertThat(future.listApps(NAMESPACE, null, null, null).getApps()).isNotEmpty();
      future.listPods(NAMESPACE, app, null, null);
      future.getLogicalView(NAMESPACE, app);
      future.getPhysicalView(NAMESPACE, app);
      assertThat(new ClustersApi(later).getCluster().getNodeCount()).isEqualTo(3);
      assertThat(new ClustersApi(later).listNodes(null, null).getNodes()).isNotEmpty();
    } finally {
      apps.deleteApp(NAMESPACE, app, null, null, null);
    }
  }

  @Test
  void readsTheCluster() throws ApiException {
    ClustersApi clusters = new ClustersApi(client);
    assertThat(clusters.getCluster().getNodeCount()).isEqualTo(3);
    assertThat(clusters.getCluster().getCapabilities().getLoadBalancer().getEvidence()).isNotEmpty();
    assertThat(clusters.listNodes(2, null).getNodes()).hasSize(2);
  }

  private App deploy(String image) throws ApiException {
    return deploy(APP, image);
  }

  private App deploy(String app, String image) throws ApiException {
    Container container =
        new Container()
            .name("web")
            .image(image)
            .addPortsItem(new ContainerPort().name("http").port(8080));
    AppSpec spec = new AppSpec().addContainersItem(container);
    return apps.deployApp(NAMESPACE, app, spec, null, null, null, null, null);
  }

  private static Exposure exposure() {
    return new Exposure()
        .type(ExposureType.EXPOSURE_TYPE_INTERNAL)
        .addPortsItem(new ExposurePort().name("http").port(80).targetPort(new PortReference("http")));
  }

  private static ApiException refused(Call call) {
    return catchThrowableOfType(ApiException.class, call::make);
  }

  private static ApiClient client(String variable) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv().getOrDefault(variable, "http://127.0.0.1:8080"));
    return client;
  }

  private interface Call {
    void make() throws ApiException;
  }
}
