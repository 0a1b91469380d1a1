// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;

/** On a real API server. */
@Tag("real")
@QuarkusTest
@TestProfile(OnRealCluster.class)
class LosslessIT extends LosslessContract {
  @Override
  int cases() {
    return 200;
  }
}
