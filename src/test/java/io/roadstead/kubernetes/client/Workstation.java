// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.roadstead.app.AppException;
import io.roadstead.app.Caller;
import io.roadstead.kubernetes.credential.ManualClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** A machine with a kubeconfig of a kind and the service on it, as it connects and calls. */
final class Workstation implements AutoCloseable {
  final ManualClock clock = new ManualClock();
  final Path folder;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> settings = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final List<KubernetesClient> clients = new ArrayList<>();

  Workstation(Path folder, String server) throws IOException {
    this.folder = folder;
    environment.put("PATH", folder.toString());
    values.put("server", server);
    values.put("authority", base64(Identities.SERVER.certificatePem()));
    values.put("certificate", base64(Identities.FIRST.certificatePem()));
    values.put("key", base64(Identities.FIRST.rsaKeyPem()));
  }

  Workstation with(String placeholder, String value) {
    values.put(placeholder, value);
    return this;
  }

  Workstation setting(String name, String value) {
    settings.put("roadstead.kubernetes." + name, value);
    return this;
  }

  Workstation variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Writes the kubeconfig of that name, as its system's tools write it. */
  Workstation kubeconfig(String name) throws IOException {
    String text;
    try (InputStream stream = getClass().getResourceAsStream("/kubeconfigs/" + name + ".yaml")) {
      text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    Files.writeString(folder.resolve("kubeconfig"), text);
    setting("source", "KUBECONFIG");
    setting("kubeconfig", folder.resolve("kubeconfig").toString());
    return this;
  }

  ClusterConnection connection() {
    var around = new Machine(environment, folder, new ServiceAccountFiles(folder), clock);
    return new ConnectionReader(Configured.with(settings), Optional.empty(), around).read();
  }

  Service service() {
    ClusterConnection connection = connection();
    KubernetesClient client =
        KubernetesClientProducer.build(
            connection, Configured.with(settings), new SimpleMeterRegistry());
    clients.add(client);
    return new Service(
        connection, client, new ApiServer(client, connection.problem(), Duration.ofSeconds(20), 4));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    clients.forEach(KubernetesClient::close);
  }

  /** The service as far as it concerns connections. */
  record Service(ClusterConnection connection, KubernetesClient client, ApiServer apiServer) {
    String version() {
      return version(Duration.ofSeconds(20));
    }

    String version(Duration patience) {
      return apiServer.call(
          Caller.SERVICE_ACCOUNT,
          Deadline.after(patience),
          client -> client.getKubernetesVersion().getGitVersion());
    }

    AppException failure() {
      return Objects.requireNonNull(
          Assertions.catchThrowableOfType(AppException.class, this::version));
    }
  }
}
