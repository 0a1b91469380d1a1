// SPDX-License-Identifier: Apache-2.0
package io.roadstead.testing;

import java.nio.file.Path;
import java.util.Optional;

/** What the environment says about the clusters to test on; a system property goes first. */
final class Settings {

  private Settings() {}

  /** The folder that {@code src/test/cluster/build} printed. */
  static Optional<Path> realClusterDir() {
    return path("roadstead.real-cluster.dir", "ROADSTEAD_REAL_CLUSTER_DIR");
  }

  /** The kubeconfig of a cluster of one's own. */
  static Optional<Path> kubeconfig() {
    return path("roadstead.test.kubeconfig", "ROADSTEAD_TEST_KUBECONFIG");
  }

  private static Optional<Path> path(String property, String variable) {
    return Optional.ofNullable(System.getProperty(property, System.getenv(variable)))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }
}
