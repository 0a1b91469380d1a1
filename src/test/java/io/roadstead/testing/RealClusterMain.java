// SPDX-License-Identifier: Apache-2.0
package io.roadstead.testing;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Runs a real control plane for what is not a JUnit test: prints {@code kubeconfig=<path>} once it
 * takes pods, and stops it when its standard input ends.
 */
final class RealClusterMain {

  private RealClusterMain() {}

  public static void main(String[] arguments) throws IOException {
    try (RealCluster cluster = RealCluster.start()) {
      System.out.println("kubeconfig=" + cluster.kubeconfig());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
    // Threads of the client library would keep the process.
    System.exit(0);
  }
}
