// SPDX-License-Identifier: Apache-2.0
package io.roadstead.testing;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * A real Kubernetes control plane of local processes, without containers: etcd, kube-apiserver,
 * kube-controller-manager, kube-scheduler, and kwok in place of three kubelets. What a pod does is
 * decided by the names of its images, see {@code kwok/stages.yaml}.
 *
 * <p>It runs them itself instead of with {@code kube-api-test}, which can neither restart an API
 * server on the port and the data it had, nor give it the key pair that service accounts need.
 */
public final class RealCluster implements TestCluster {

  private static final String SHARED_HOME = "roadstead.real-cluster.home";
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private final ControlPlane controlPlane;

  private RealCluster(ControlPlane controlPlane) {
    this.controlPlane = controlPlane;
  }

  /** Whether the binaries are there: {@code src/test/cluster/build} ran and its folder is named. */
  public static boolean isAvailable() {
    return Settings.realClusterDir().flatMap(Binaries::in).isPresent();
  }

  /** The one cluster of this JVM, started at the first call and stopped when the JVM ends. */
  public static synchronized RealCluster shared() {
    String home = System.getProperty(SHARED_HOME);
    if (home != null && Files.exists(Path.of(home))) {
      ClusterHome found = new ClusterHome(Path.of(home));
      return new RealCluster(new ControlPlane(binaries(), found, Ports.read(found.ports())));
    }
    RealCluster started = start();
    System.setProperty(SHARED_HOME, started.controlPlane.home().root().toString());
    return started;
  }

  /** A cluster of its own for tests that would disturb the others. */
  public static RealCluster start() {
    ClusterHome.sweep();
    ControlPlane controlPlane = new ControlPlane(binaries(), ClusterHome.create(), Ports.free());
    RealCluster cluster = new RealCluster(controlPlane);
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "stop-real-cluster"));
    try {
      cluster.boot();
    } catch (IOException e) {
      cluster.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
    return cluster;
  }

  @Override
  public Path kubeconfig() {
    return new Credentials(controlPlane.home()).kubeconfig(Credentials.ADMIN);
  }

  @Override
  public String version() {
    return controlPlane.binaries().version();
  }

  /** One of the executables by its name, such as {@code kubectl}. */
  public Path bin(String name) {
    return controlPlane.binaries().path(name);
  }

  /** Ends the API server abruptly; etcd and all that is stored in it stay. Idempotent. */
  public void stopApiServer() {
    controlPlane.apiServer().kill();
  }

  /** Starts it again at the same address and waits until it is ready. Idempotent. */
  public void startApiServer() {
    controlPlane.apiServer().start();
    try (KubernetesClient client = client()) {
      await("the API server").atMost(DEADLINE).until(() -> isReady(client));
    }
  }

  @Override
  public void close() {
    controlPlane.home().close();
  }

  private void boot() throws IOException {
    ClusterHome home = controlPlane.home();
    Credentials credentials = new Credentials(home);
    credentials.write();
    controlPlane.ports().write(home.ports());
    copyStages(home.stages());
    controlPlane.etcd().start();
    controlPlane.apiServer().start();
    await("the API server's certificate")
        .atMost(DEADLINE)
        .until(() -> Files.exists(home.servingKey()));
    credentials.writeKubeconfigs(controlPlane.ports().apiServerUrl());
    startApiServer();
    controlPlane.controllers().forEach(LocalProcess::start);
    try (KubernetesClient client = client()) {
      FakeNodes.registered(version()).forEach(node -> client.resource(node).create());
      await("nodes and accounts").atMost(DEADLINE).until(() -> takesPods(client));
    }
  }

  private boolean isReady(KubernetesClient client) {
    controlPlane.etcd().requireRunning();
    controlPlane.apiServer().requireRunning();
    try {
      return "ok".equals(client.raw("/readyz"));
    } catch (KubernetesClientException e) {
      return false;
    }
  }

  private boolean takesPods(KubernetesClient client) {
    controlPlane.controllers().forEach(LocalProcess::requireRunning);
    boolean nodesAreFree =
        client.nodes().list().getItems().stream()
            .allMatch(node -> node.getSpec().getTaints().isEmpty());
    return nodesAreFree
        && client.serviceAccounts().inNamespace("default").withName("default").get() != null;
  }

  private KubernetesClient client() {
    Config config = Config.fromKubeconfig(kubeconfig().toFile());
    config.setRequestRetryBackoffLimit(0);
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  private static void copyStages(Path target) throws IOException {
    try (InputStream stages = RealCluster.class.getResourceAsStream("/kwok/stages.yaml")) {
      Files.copy(Objects.requireNonNull(stages, "kwok/stages.yaml"), target);
    }
  }

  private static Binaries binaries() {
    return Settings.realClusterDir()
        .flatMap(Binaries::in)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No control plane to start: run src/test/cluster/build and put the folder that"
                        + " it prints into ROADSTEAD_REAL_CLUSTER_DIR"));
  }
}
