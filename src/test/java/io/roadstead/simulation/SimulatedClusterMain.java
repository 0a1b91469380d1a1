// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs a simulated cluster by hand, for a look at it with kubectl. */
final class SimulatedClusterMain {
  private SimulatedClusterMain() {}

  /** Takes the file to write the kubeconfig to; runs until it is stopped. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (SimulatedCluster cluster = SimulatedCluster.start(SimulatedClusterOptions.defaults())) {
      Files.writeString(Path.of(arguments[0]), cluster.kubeconfigYaml());
      Thread.currentThread().join();
    }
  }
}
