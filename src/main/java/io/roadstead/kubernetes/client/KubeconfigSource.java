// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

/**
 * A cluster inside this process. A bean of this type is used when {@code
 * roadstead.kubernetes.source} is SIMULATED; production builds have none.
 */
public interface KubeconfigSource {

  /**
   * Returns the kubeconfig of the running cluster, as YAML. Called once, when the client is built.
   */
  String kubeconfig();
}
