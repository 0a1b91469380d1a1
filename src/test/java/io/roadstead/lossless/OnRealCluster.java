// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.roadstead.testing.TestCluster;
import java.util.Map;

/** The cluster of the tests that need a real one, and a quiet log. */
public class OnRealCluster implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "roadstead.kubernetes.source",
        "KUBECONFIG",
        "roadstead.kubernetes.kubeconfig",
        TestCluster.shared().kubeconfig().toString(),
        "quarkus.log.category.\"io.roadstead.request\".level",
        "WARN");
  }
}
