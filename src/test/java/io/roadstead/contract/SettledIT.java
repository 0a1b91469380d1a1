// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Set;
import org.junit.jupiter.api.Tag;

/** On a real API server. */
@Tag("real")
@QuarkusTest
@TestProfile(OnRealCluster.class)
class SettledIT extends SettledContract {
  /** The back-off of kwok, other than a kubelet's, no longer says why the pull failed. */
  @Override
  Set<String> missingImage() {
    return Set.of("IMAGE_NOT_FOUND", "IMAGE_PULL_FAILED");
  }
}
