// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.client.Config;
import io.roadstead.cluster.KubeconfigFacts;
import io.roadstead.kubernetes.credential.CachedCredentials;
import org.jspecify.annotations.Nullable;

/**
 * The configured connection.
 *
 * @param name for display: the kubeconfig's context, {@code in-cluster} or {@code simulated}
 * @param config the client's configuration
 * @param problem why there is nothing to connect to, with the remedy; null when there is a cluster
 * @param facts what the kubeconfig says about the cluster; null without a kubeconfig
 * @param credentials credentials for calls in addition to those in {@code config}; null for none
 */
public record ClusterConnection(
    String name,
    Config config,
    @Nullable String problem,
    @Nullable KubeconfigFacts facts,
    @Nullable CachedCredentials credentials) {

  /** A connection that needs only {@code config}. */
  public ClusterConnection(String name, Config config, @Nullable String problem) {
    this(name, config, problem, null, null);
  }

  /** No usable connection is configured. The service stays up, is not ready, and says why. */
  static ClusterConnection none(String name, String problem) {
    Config nowhere = Config.empty();
    // A name that never resolves (RFC 6761): a call that is made despite the problem fails
    // immediately.
    nowhere.setMasterUrl("https://no-cluster-configured.invalid/");
    return new ClusterConnection(name, nowhere, problem);
  }

  /** The address of the API server, without credentials that a URL may contain. */
  String address() {
    return String.valueOf(config.getMasterUrl()).replaceFirst("//[^/@]*@", "//");
  }

  /** The configuration contains credentials, so it is omitted. */
  @Override
  public String toString() {
    return "ClusterConnection[" + name + (problem == null ? "" : ", " + problem) + "]";
  }
}
