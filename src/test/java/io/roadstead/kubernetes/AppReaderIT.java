// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import io.roadstead.testing.TestCluster;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Reading apps on a real API server. */
@Tag("real")
final class AppReaderIT {
  private static TestCluster cluster;

  @BeforeAll
  static void startCluster() {
    cluster = TestCluster.shared();
  }

  @Nested
  final class Reads extends AppReaderContract {
    @Override
    String kubeconfigYaml() {
      return cluster.kubeconfigYaml();
    }
  }

  @Nested
  final class ShowsApps extends AppViewContract {
    @Override
    String kubeconfigYaml() {
      return cluster.kubeconfigYaml();
    }
  }

  @Nested
  final class TellsTrouble extends AppTroubleContract {
    @Override
    String kubeconfigYaml() {
      return cluster.kubeconfigYaml();
    }
  }
}
