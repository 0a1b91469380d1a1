// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a cluster from its kubeconfig, without a request to the cluster. It contains no
 * credential: argument values that look like one are masked.
 *
 * @param contextName the context in use
 * @param clusterName the name of the context's cluster entry
 * @param server the URL of the API server
 * @param userName the name of the context's user entry; empty when the context has none
 * @param execCommand the command of the user's credential plugin; null if there is none
 * @param execArgs the plugin's arguments in order; empty without a plugin
 * @param authProviderIssuer the issuer URL of the user's {@code oidc} provider; null without one
 * @param clusterExtensionProvider the tool that wrote the cluster entry: {@code provider} of its
 *     extension {@code cluster_info}; null when unknown
 */
public record KubeconfigFacts(
    String contextName,
    String clusterName,
    String server,
    String userName,
    @Nullable String execCommand,
    List<String> execArgs,
    @Nullable String authProviderIssuer,
    @Nullable String clusterExtensionProvider) {

  public KubeconfigFacts {
    execArgs = List.copyOf(execArgs);
  }
}
