// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A simulated cluster whose pods start at once. */
public class OnQuickCluster implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("roadstead.simulation.delay-factor", "0");
  }
}
