// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.AuthProviderConfig;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.ClusterBuilder;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.client.Config;
import io.roadstead.cluster.KubeconfigFacts;
import io.roadstead.kubernetes.credential.CredentialSource;
import io.roadstead.kubernetes.credential.ExecPlugin;
import io.roadstead.kubernetes.credential.OidcTokens;
import io.roadstead.kubernetes.credential.OidcUser;
import io.roadstead.kubernetes.credential.TokenFile;
import io.roadstead.kubernetes.credential.WrittenToken;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the user of a kubeconfig's context authenticates, other than by a client certificate: of
 * several methods, the one that kubectl would use.
 *
 * @param facts the context with its cluster and its user
 * @param client the client's configuration for it
 * @param kubeconfig reads the kubeconfig again
 */
record Login(KubeconfigFacts facts, Config client, Supplier<Kubeconfig> kubeconfig) {
  private static final String OIDC = "oidc";

  /** Why the user can't authenticate, with the remedy; null when it can. */
  @Nullable String problem() {
    AuthInfo user = user();
    ExecConfig exec = user.getExec();
    if (exec != null && (!has(exec.getCommand()) || !has(exec.getApiVersion()))) {
      return "The kubeconfig's user '%s' has a credential plugin without command or apiVersion: write the kubeconfig again with the cluster's command-line tool."
          .formatted(facts.userName());
    }
    AuthProviderConfig provider = user.getAuthProvider();
    if (provider != null && !OIDC.equals(provider.getName())) {
      return "The kubeconfig's user '%s' logs in with the auth-provider '%s', which Kubernetes clients no longer support: write the kubeconfig again with the cluster's command-line tool."
          .formatted(facts.userName(), provider.getName());
    }
    return null;
  }

  /** The source of its tokens or changing certificates; null if there are none. */
  @Nullable CredentialSource source(Machine around, Duration timeout) {
    AuthInfo user = user();
    if (has(user.getTokenFile())) {
      return new TokenFile(folder().resolve(user.getTokenFile()), around.clock());
    }
    if (has(user.getToken())) {
      return new WrittenToken(() -> Objects.requireNonNullElse(user().getToken(), ""));
    }
    if (user.getExec() != null) {
      return new ExecPlugin(user.getExec(), cluster(), folder(), around.environment(), timeout);
    }
    if (user.getAuthProvider() != null) {
      String name = facts.clusterName().replaceFirst("/.*$", "");
      return new OidcTokens(this::oidcUser, name, around.clock(), timeout);
    }
    return null;
  }

  private AuthInfo user() {
    return Objects.requireNonNullElseGet(kubeconfig.get().user(facts.userName()), AuthInfo::new);
  }

  private OidcUser oidcUser() {
    AuthProviderConfig provider = user().getAuthProvider();
    Map<String, String> settings = provider == null ? null : provider.getConfig();
    return new OidcUser(Objects.requireNonNullElse(settings, Map.of()), folder());
  }

  private Cluster cluster() {
    Cluster found = Objects.requireNonNull(kubeconfig.get().cluster(facts.clusterName()));
    return new ClusterBuilder(found).withCertificateAuthority(client.getCaCertFile()).build();
  }

  /** The directory of the file that contains the user. */
  private Path folder() {
    File file = client.getFileWithAuthInfo();
    Path folder = file == null ? null : file.toPath().toAbsolutePath().getParent();
    return folder == null ? Path.of("") : folder;
  }

  /** The client's configuration contains credentials, so it is omitted. */
  @Override
  public String toString() {
    return "Login[" + facts + "]";
  }

  private static boolean has(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
