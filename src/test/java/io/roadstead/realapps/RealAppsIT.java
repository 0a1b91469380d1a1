// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.roadstead.contract.OnRealCluster;
import org.junit.jupiter.api.Tag;

/** On a real API server. */
@Tag("real")
@QuarkusTest
@TestProfile(OnRealCluster.class)
class RealAppsIT extends RealAppsContract {
  @Override
  String table() {
    return "real";
  }
}
