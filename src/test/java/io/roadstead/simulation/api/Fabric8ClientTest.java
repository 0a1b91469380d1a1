// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import static io.roadstead.simulation.store.Documents.configMap;
import static io.roadstead.simulation.store.Documents.deployment;
import static io.roadstead.simulation.store.ResourceKinds.CONFIG_MAP;
import static io.roadstead.simulation.store.ResourceKinds.DEPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.WriteOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Fabric8ClientTest {
  private static final WriteOptions TEST = WriteOptions.by("test");

  private final RunningServer server = new RunningServer();
  private final KubernetesClient client = client(server.api.url());

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void followsChangesThroughAnInformer() {
    server.store.create(CONFIG_MAP, configMap("first"), TEST);
    try (SharedIndexInformer<ConfigMap> informer =
        client.configMaps().inNamespace("default").inform()) {
      assertThat(informer.getIndexer().getByKey("default/first")).isNotNull();

      server.store.create(CONFIG_MAP, configMap("second"), TEST);
      server.store.delete(CONFIG_MAP, "default", "first", DeleteOptions.background());
      await()
          .untilAsserted(
              () -> assertThat(informer.getIndexer().listKeys()).containsExactly("default/second"));
    }
  }

  @Test
  void catchesUpThroughAnInformerAfterThePauseOfAServer() {
    try (SharedIndexInformer<ConfigMap> informer =
        client.configMaps().inNamespace("default").withLimit(10L).runnableInformer(0)) {
      informer.exceptionHandler((started, cause) -> true);
      informer.run();
      server.api.pause();
      for (int i = 0; i <= RunningServer.HISTORY + 1; i++) {
        server.store.create(CONFIG_MAP, configMap("c-" + i), TEST);
      }
      server.api.resume();
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(informer.getIndexer().listKeys())
                      .contains("default/c-" + RunningServer.HISTORY));
    }
  }

  @Test
  void appliesOnTheServerAndMeetsConflicts() {
    Deployment config = Serialization.unmarshal(deployment("web").toString(), Deployment.class);
    Deployment scaled = new DeploymentBuilder(config).editSpec().withReplicas(2).endSpec().build();
    Deployment first = apply(scaled, "roadstead", false);
    Deployment second = apply(scaled, "roadstead", false);
    assertThat(second.getMetadata().getResourceVersion())
        .isEqualTo(first.getMetadata().getResourceVersion());

    client.apps().deployments().inNamespace("default").withName("web").scale(5);
    assertThatThrownBy(() -> apply(scaled, "roadstead", false))
        .isInstanceOfSatisfying(
            KubernetesClientException.class,
            e -> {
              assertThat(e.getCode()).isEqualTo(409);
              assertThat(e.getStatus().getDetails().getCauses())
                  .singleElement()
                  .satisfies(
                      cause -> {
                        assertThat(cause.getReason()).isEqualTo("FieldManagerConflict");
                        assertThat(cause.getField()).isEqualTo(".spec.replicas");
                      });
            });
    assertThat(apply(scaled, "roadstead", true).getSpec().getReplicas()).isEqualTo(2);
  }

  @Test
  void listsInPages() {
    for (int i = 0; i < 5; i++) {
      server.store.create(CONFIG_MAP, configMap("c-" + i), TEST);
    }
    var page =
        client
            .configMaps()
            .inNamespace("default")
            .list(new ListOptionsBuilder().withLimit(3L).build());
    var rest =
        client
            .configMaps()
            .inNamespace("default")
            .list(
                new ListOptionsBuilder()
                    .withLimit(3L)
                    .withContinue(page.getMetadata().getContinue())
                    .build());

    assertThat(page.getItems()).hasSize(3);
    assertThat(rest.getItems()).hasSize(2);
  }

  @Test
  void deletesInTheForegroundWhatTheOwnerHolds() {
    var owner = server.store.create(DEPLOYMENT, deployment("web"), TEST);
    ConfigMap child =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("child")
            .withNamespace("default")
            .addNewOwnerReference()
            .withApiVersion("apps/v1")
            .withKind("Deployment")
            .withName("web")
            .withUid(owner.at("/metadata/uid").asText())
            .withBlockOwnerDeletion(true)
            .endOwnerReference()
            .endMetadata()
            .build();
    client.resource(child).create();
    client
        .apps()
        .deployments()
        .inNamespace("default")
        .withName("web")
        .withPropagationPolicy(DeletionPropagation.FOREGROUND)
        .delete();

    await()
        .untilAsserted(
            () ->
                assertThat(client.apps().deployments().inNamespace("default").withName("web").get())
                    .isNull());
    assertThat(client.configMaps().inNamespace("default").withName("child").get()).isNull();
  }

  @Test
  void editsReplacesAndPatches() {
    client.resource(Serialization.unmarshal(configMap("c").toString(), ConfigMap.class)).create();
    var maps = client.configMaps().inNamespace("default").withName("c");
    maps.edit(map -> new ConfigMapBuilder(map).addToData("a", "x").build());
    maps.patch(PatchContext.of(PatchType.STRATEGIC_MERGE), "{\"data\": {\"b\": \"y\"}}");
    maps.patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\": {\"a\": null}}");

    assertThat(maps.get().getData()).containsOnlyKeys("b");
  }

  @Test
  void evaluatesAccessAndVersion() {
    assertThat(client.getKubernetesVersion().getGitVersion()).isEqualTo("v1.34.1");
    assertThat(client.getApiGroup("apps").getPreferredVersion().getVersion()).isEqualTo("v1");
  }

  private Deployment apply(Deployment config, String manager, boolean force) {
    PatchContext context =
        new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(manager)
            .withForce(force)
            .build();
    return client.resource(config).patch(context);
  }

  private static KubernetesClient client(String url) {
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(url)
            .withRequestRetryBackoffLimit(0)
            .withWatchReconnectInterval(100)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }
}
