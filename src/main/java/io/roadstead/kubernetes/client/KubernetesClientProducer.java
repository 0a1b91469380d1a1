// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes the one client from {@link KubernetesConfig}; Quarkus' own bean steps aside. Nothing
 * connects here, so an API server that is away does not stop the service.
 */
@Singleton
public final class KubernetesClientProducer {
  private static final Logger LOG = Logger.getLogger(KubernetesClientProducer.class);

  @Produces
  @Singleton
  @Unremovable
  ClusterConnection connection(KubernetesConfig config, Instance<KubeconfigSource> own) {
    Optional<KubeconfigSource> source =
        own.isResolvable() ? Optional.of(own.get()) : Optional.empty();
    Path home = Path.of(System.getProperty("user.home"));
    var reader =
        new ConnectionReader(config, source, System.getenv(), home, ServiceAccountFiles.MOUNTED);
    ClusterConnection found = reader.read();
    if (found.problem() != null) {
      LOG.error(found.problem());
    }
    return found;
  }

  @Produces
  @Singleton
  @Unremovable
  KubernetesClient client(
      ClusterConnection connection, KubernetesConfig config, MeterRegistry registry) {
    return build(connection, config, registry);
  }

  /** The client as the service uses it. It connects at its first call. */
  public static KubernetesClient build(
      ClusterConnection connection, KubernetesConfig config, MeterRegistry registry) {
    Config settings = connection.config();
    settings.setConnectionTimeout(Math.toIntExact(config.connectTimeout().toMillis()));
    settings.setRequestTimeout(Math.toIntExact(config.requestTimeout().toMillis()));
    // Repetitions are ApiServer's, inside the caller's deadline.
    settings.setRequestRetryBackoffLimit(0);
    settings.setUserAgent("roadstead");
    return new KubernetesClientBuilder()
        .withConfig(settings)
        .withHttpClientBuilderConsumer(
            builder -> {
              builder.addOrReplaceInterceptor("ROADSTEAD-RETRY-AFTER", new RetryAfter());
              // The last one sees each request as it is sent.
              builder.addOrReplaceInterceptor("ROADSTEAD-METRICS", new RequestMetrics(registry));
            })
        .build();
  }

  void close(@Disposes KubernetesClient client) {
    client.close();
  }
}
