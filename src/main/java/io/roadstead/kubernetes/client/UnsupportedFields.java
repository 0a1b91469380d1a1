// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.roadstead.cluster.KubeconfigFacts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a kubeconfig's context about addresses, trust and identity that this service does not
 * support or that contradict each other. They are refused: ignoring them would connect to another
 * server, trust another one, or act as another user than kubectl does.
 *
 * @param facts the context with its cluster and its user
 * @param cluster the cluster's entry
 * @param user the user's entry; null if there is none
 */
record UnsupportedFields(KubeconfigFacts facts, Cluster cluster, @Nullable AuthInfo user) {
  private static final Set<String> SERVER_SCHEMES = Set.of("https", "http");
  private static final Set<String> PROXY_SCHEMES = Set.of("http", "socks5");

  /** The first of them, with the remedy; null if there are none. */
  @Nullable String problem() {
    String found = inCluster();
    if (found != null) {
      return "The kubeconfig's cluster '%s' %s".formatted(facts.clusterName(), found);
    }
    if (user == null) {
      return facts.userName().isEmpty()
          ? null
          : "The kubeconfig's context '%s' names the user '%s', which the kubeconfig does not have: write the kubeconfig again with the cluster's command-line tool."
              .formatted(facts.contextName(), facts.userName());
    }
    found = inUser(user);
    return found == null
        ? null
        : "The kubeconfig's user '%s' %s".formatted(facts.userName(), found);
  }

  private @Nullable String inCluster() {
    if (!SERVER_SCHEMES.contains(scheme(cluster.getServer()))) {
      return "has the server '%s', which is not a URL that begins with https:// or http://: correct it."
          .formatted(facts.server());
    }
    if (has(cluster.getTlsServerName())) {
      return "has a 'tls-server-name', which Roadstead does not support: use a server name that is in the API server's certificate, and remove the field.";
    }
    boolean hasAuthority =
        has(cluster.getCertificateAuthority()) || has(cluster.getCertificateAuthorityData());
    if (Boolean.TRUE.equals(cluster.getInsecureSkipTlsVerify()) && hasAuthority) {
      return "has both 'insecure-skip-tls-verify' and a certificate authority: remove the former.";
    }
    String proxy = cluster.getProxyUrl();
    if (has(proxy) && (!PROXY_SCHEMES.contains(scheme(proxy)) || uri(proxy).getPort() < 0)) {
      return "has a 'proxy-url' that Roadstead does not support: use http://HOST:PORT or socks5://HOST:PORT.";
    }
    return null;
  }

  private @Nullable String inUser(AuthInfo user) {
    if (has(user.getAs()) || has(user.getAsUid()) || has(user.getAsGroups()) || hasExtra(user)) {
      return "impersonates another user ('as'), which Roadstead does not support. Use a user without it.";
    }
    boolean hasCertificate =
        has(user.getClientCertificate()) || has(user.getClientCertificateData());
    boolean hasKey = has(user.getClientKey()) || has(user.getClientKeyData());
    if (hasCertificate != hasKey) {
      return hasCertificate
          ? "has a client certificate without its key: add 'client-key' or 'client-key-data'."
          : "has a client key without its certificate: add 'client-certificate' or 'client-certificate-data'.";
    }
    boolean hasPassword = has(user.getUsername()) || has(user.getPassword());
    boolean hasAnother =
        has(user.getToken())
            || has(user.getTokenFile())
            || user.getExec() != null
            || user.getAuthProvider() != null;
    if (hasPassword && hasAnother) {
      return "has a user name with a password and another way to log in: remove one of them.";
    }
    return null;
  }

  private static boolean hasExtra(AuthInfo user) {
    return !Objects.requireNonNullElse(user.getAsUserExtra(), Map.of()).isEmpty();
  }

  private static String scheme(@Nullable String url) {
    return Objects.requireNonNullElse(uri(url).getScheme(), "");
  }

  private static URI uri(@Nullable String url) {
    try {
      return URI.create(Objects.requireNonNullElse(url, ""));
    } catch (IllegalArgumentException e) {
      return URI.create("");
    }
  }

  private static boolean has(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  private static boolean has(@Nullable List<String> values) {
    return values != null && !values.isEmpty();
  }

  /** The user's entry contains credentials, so it is omitted. */
  @Override
  public String toString() {
    return "UnsupportedFields[" + facts + "]";
  }
}
