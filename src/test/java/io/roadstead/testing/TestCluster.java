// SPDX-License-Identifier: Apache-2.0
package io.roadstead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Kubernetes cluster that tests may write to, with the rights of a cluster administrator.
 *
 * <p>By default it is {@link RealCluster}, a control plane of local processes. Whoever sets the
 * system property {@code roadstead.test.kubeconfig} or the environment variable {@code
 * ROADSTEAD_TEST_KUBECONFIG} to the path of a kubeconfig runs the tests on that cluster instead:
 * its current context, real nodes, real images, and nothing of it is ever stopped.
 */
public sealed interface TestCluster extends AutoCloseable permits RealCluster, ExistingCluster {

  /** The file to give to kubectl or to a client; stays the same for the cluster's whole life. */
  Path kubeconfig();

  /** The version of the API server, such as {@code 1.36.3}. */
  String version();

  /** Stops what this object started; a cluster of one's own goes on. Idempotent. */
  @Override
  void close();

  /** The content of {@link #kubeconfig()}. */
  default String kubeconfigYaml() {
    try {
      return Files.readString(kubeconfig());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether {@link #shared()} has anything to give: a kubeconfig or the control plane's binaries.
   */
  static boolean isAvailable() {
    return Settings.kubeconfig().isPresent() || RealCluster.isAvailable();
  }

  /** The cluster that all tests of this JVM share; starts the local one at the first call. */
  static TestCluster shared() {
    return Settings.kubeconfig()
        .<TestCluster>map(ExistingCluster::new)
        .orElseGet(RealCluster::shared);
  }
}
