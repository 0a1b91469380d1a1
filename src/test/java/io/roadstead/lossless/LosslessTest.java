// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** On the simulated cluster. */
@QuarkusTest
@TestProfile(OnQuickCluster.class)
class LosslessTest extends LosslessContract {
  @Override
  int cases() {
    return 600;
  }
}
