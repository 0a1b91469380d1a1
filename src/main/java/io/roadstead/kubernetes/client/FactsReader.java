// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.AuthProviderConfig;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.roadstead.cluster.KubeconfigFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Extracts from a kubeconfig's entries what distinguishes systems, but no credentials. */
final class FactsReader {
  private static final String MASK = "***";
  private static final Pattern SECRET_FLAG =
      Pattern.compile("-.*(secret|passw|token|credential|api-?key).*", Pattern.CASE_INSENSITIVE);

  private FactsReader() {}

  static KubeconfigFacts facts(
      String context,
      String clusterName,
      Cluster cluster,
      String userName,
      @Nullable AuthInfo user) {
    ExecConfig exec = user == null ? null : user.getExec();
    return new KubeconfigFacts(
        context,
        clusterName,
        Objects.requireNonNullElse(cluster.getServer(), ""),
        userName,
        exec == null ? null : exec.getCommand(),
        exec == null ? List.of() : masked(exec.getArgs()),
        user == null ? null : issuer(user.getAuthProvider()),
        extensionProvider(cluster));
  }

  private static @Nullable String issuer(@Nullable AuthProviderConfig provider) {
    return provider == null || provider.getConfig() == null
        ? null
        : provider.getConfig().get("idp-issuer-url");
  }

  private static @Nullable String extensionProvider(Cluster cluster) {
    return Objects.requireNonNullElse(
            cluster.getExtensions(), List.<io.fabric8.kubernetes.api.model.NamedExtension>of())
        .stream()
        .filter(extension -> "cluster_info".equals(extension.getName()))
        .map(extension -> provider(extension.getExtension()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String provider(@Nullable Object extension) {
    if (extension == null) {
      return null;
    }
    Map<?, ?> fields = Serialization.jsonMapper().convertValue(extension, Map.class);
    return fields.get("provider") instanceof String provider ? provider : null;
  }

  /** Both {@code --secret=x} and {@code --secret x} are in use. */
  private static List<String> masked(@Nullable List<String> args) {
    List<String> result = new ArrayList<>();
    boolean isSecret = false;
    for (String arg : Objects.requireNonNullElse(args, List.<String>of())) {
      int equals = arg.indexOf('=');
      String flag = equals < 0 ? arg : arg.substring(0, equals);
      boolean isFlag = SECRET_FLAG.matcher(flag).matches();
      if (isFlag && equals >= 0) {
        result.add(flag + "=" + MASK);
      } else {
        result.add(isSecret && !arg.startsWith("-") ? MASK : arg);
      }
      isSecret = isFlag && equals < 0;
    }
    return result;
  }
}
