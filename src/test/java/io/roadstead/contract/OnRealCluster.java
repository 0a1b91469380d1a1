// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.roadstead.testing.TestCluster;
import java.util.Map;

/** Points the service at the cluster of the tests that need a real one. */
public class OnRealCluster implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "roadstead.kubernetes.source",
        "KUBECONFIG",
        "roadstead.kubernetes.kubeconfig",
        TestCluster.shared().kubeconfig().toString());
  }
}
