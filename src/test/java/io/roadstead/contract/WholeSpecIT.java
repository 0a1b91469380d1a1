// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;

/** On a real API server. */
@Tag("real")
@QuarkusTest
@TestProfile(OnRealCluster.class)
class WholeSpecIT extends WholeSpecContract {}
