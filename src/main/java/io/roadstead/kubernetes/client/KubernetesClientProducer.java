// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import io.roadstead.kubernetes.credential.CachedCredentials;
import io.roadstead.kubernetes.credential.CredentialInterceptor;
import io.roadstead.kubernetes.credential.RotatingKeys;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import org.jboss.logging.Logger;

/**
 * Produces the only client, from {@link KubernetesConfig}, in place of Quarkus' own bean. It does
 * not connect, so an unavailable API server does not prevent the start.
 */
@Singleton
public final class KubernetesClientProducer {
  private static final Logger LOG = Logger.getLogger(KubernetesClientProducer.class);

  @Produces
  @Singleton
  @Unremovable
  ClusterConnection connection(
      KubernetesConfig config, Instance<KubeconfigSource> own, Clock clock) {
    Optional<KubeconfigSource> source =
        own.isResolvable() ? Optional.of(own.get()) : Optional.empty();
    ClusterConnection found =
        new ConnectionReader(config, source, Machine.ofThisProcess(clock)).read();
    if (found.problem() != null) {
      LOG.error(found.problem());
    } else {
      LOG.infof("Cluster: %s, API server %s", found.name(), found.address());
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

  /** The client that the service uses. It connects on the first call. */
  public static KubernetesClient build(
      ClusterConnection connection, KubernetesConfig config, MeterRegistry registry) {
    Config settings = connection.config();
    settings.setConnectionTimeout(Math.toIntExact(config.connectTimeout().toMillis()));
    settings.setRequestTimeout(Math.toIntExact(config.requestTimeout().toMillis()));
    // Retries are up to ApiServer, within the caller's deadline.
    settings.setRequestRetryBackoffLimit(0);
    settings.setUserAgent("roadstead");
    return new KubernetesClientBuilder()
        .withConfig(settings)
        .withHttpClientBuilderConsumer(
            builder -> {
              authenticate(builder, connection);
              builder.addOrReplaceInterceptor("ROADSTEAD-RETRY-AFTER", new RetryAfter());
              builder.addOrReplaceInterceptor("ROADSTEAD-WARNINGS", new WarningHeaders());
              // The last interceptor sees each request as it is sent.
              builder.addOrReplaceInterceptor("ROADSTEAD-METRICS", new RequestMetrics(registry));
            })
        .build();
  }

  private static void authenticate(HttpClient.Builder builder, ClusterConnection connection) {
    CachedCredentials credentials = connection.credentials();
    if (credentials == null) {
      return;
    }
    var keys = new RotatingKeys(TlsMaterial.clientKeys(connection.config()));
    builder.sslContext(new KeyManager[] {keys}, TlsMaterial.authorities(connection.config()));
    builder.addOrReplaceInterceptor(
        "ROADSTEAD-CREDENTIALS", new CredentialInterceptor(credentials, keys));
  }

  void close(@Disposes KubernetesClient client) {
    client.close();
  }
}
