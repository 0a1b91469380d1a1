// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

/**
 * A cluster of this process' own. A bean of this type is asked when {@code
 * roadstead.kubernetes.source} is SIMULATED; a production build has none.
 */
public interface KubeconfigSource {

  /** The kubeconfig of the running cluster, as YAML. Called once, when the client is built. */
  String kubeconfig();
}
