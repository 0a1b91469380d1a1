// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.client.Config;
import io.roadstead.cluster.KubeconfigFacts;
import io.roadstead.kubernetes.credential.CachedCredentials;
import org.jspecify.annotations.Nullable;

/**
 * The connection that was configured.
 *
 * @param name for people: the kubeconfig's context, {@code in-cluster} or {@code simulated}
 * @param config what the client is built from
 * @param problem why there is nothing to connect to, with the remedy; null when there is
 * @param facts what the kubeconfig says of the cluster; null without a kubeconfig
 * @param credentials what to put on calls besides {@code config}'s; null for nothing
 */
public record ClusterConnection(
    String name,
    Config config,
    @Nullable String problem,
    @Nullable KubeconfigFacts facts,
    @Nullable CachedCredentials credentials) {

  /** One with all that it needs in {@code config}. */
  public ClusterConnection(String name, Config config, @Nullable String problem) {
    this(name, config, problem, null, null);
  }

  /** Nothing is configured that could be used. The service stays up, is not ready, and says why. */
  static ClusterConnection none(String name, String problem) {
    Config nowhere = Config.empty();
    // A name that never resolves (RFC 6761): a call despite the problem fails at once.
    nowhere.setMasterUrl("https://no-cluster-configured.invalid/");
    return new ClusterConnection(name, nowhere, problem);
  }

  /** Where the API server is, without credentials that a URL may hold. */
  String address() {
    return String.valueOf(config.getMasterUrl()).replaceFirst("//[^/@]*@", "//");
  }

  /** Credentials are in the configuration, so it stays out. */
  @Override
  public String toString() {
    return "ClusterConnection[" + name + (problem == null ? "" : ", " + problem) + "]";
  }
}
