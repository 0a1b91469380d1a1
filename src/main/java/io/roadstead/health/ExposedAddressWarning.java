// SPDX-License-Identifier: Apache-2.0
package io.roadstead.health;

import io.quarkus.runtime.StartupEvent;
import io.roadstead.kubernetes.client.KubernetesConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Warns at the start when any client on the network could use the service to change a real cluster.
 */
@Singleton
final class ExposedAddressWarning {
  private static final Logger LOG = Logger.getLogger(ExposedAddressWarning.class);

  void warn(
      @Observes StartupEvent event,
      @ConfigProperty(name = "quarkus.http.host") String host,
      KubernetesConfig config) {
    warning(host, config.source()).ifPresent(LOG::warn);
  }

  static Optional<String> warning(String host, KubernetesConfig.Source source) {
    if (source == KubernetesConfig.Source.SIMULATED || isLoopback(host)) {
      return Optional.empty();
    }
    return Optional.of(
        ("quarkus.http.host is '%s', and there is no authentication yet: anyone who can reach the"
                + " port acts with Roadstead's own permissions. Set quarkus.http.host=127.0.0.1, or"
                + " let only trusted callers reach it, e.g. by a NetworkPolicy.")
            .formatted(host));
  }

  /** Judged by its text: a name is not resolved, because the result may change. */
  private static boolean isLoopback(String host) {
    String text = host.toLowerCase(Locale.ROOT);
    return text.equals("localhost")
        || text.equals("::1")
        || text.equals("[::1]")
        || text.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");
  }
}
