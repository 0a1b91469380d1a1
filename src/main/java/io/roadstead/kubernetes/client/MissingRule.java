// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The RBAC rule that was missing, read from the API server's refusal.
 *
 * @param user who was refused
 * @param verb what was to be done
 * @param resource to what, with a subresource after a slash
 * @param group the resource's API group, empty for the core
 * @param namespace where; null for the whole cluster
 */
record MissingRule(
    String user, String verb, String resource, String group, @Nullable String namespace) {
  /** The words of apiserver's responsewriters.forbiddenMessage. */
  private static final Pattern WORDS =
      Pattern.compile(
          ".*User \"(?<user>[^\"]*)\" cannot (?<verb>[a-z]+) resource \"(?<resource>[^\"]*)\""
              + " in API group \"(?<group>[^\"]*)\""
              + "(?: in the namespace \"(?<namespace>[^\"]*)\"| at the cluster scope)?.*");

  static Optional<MissingRule> in(String words) {
    Matcher matcher = WORDS.matcher(words);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new MissingRule(
            matcher.group("user"),
            matcher.group("verb"),
            matcher.group("resource"),
            matcher.group("group"),
            matcher.group("namespace")));
  }

  /** What is refused, and the Role, in YAML's flow style, that would allow it. */
  String explanation() {
    String where = namespace == null ? "in the cluster" : "in namespace '" + namespace + "'";
    String metadata =
        namespace == null ? "{name: roadstead}" : "{name: roadstead, namespace: " + namespace + "}";
    return ("User '%s' may not %s %s %s. The missing rule: {apiVersion:"
            + " rbac.authorization.k8s.io/v1, kind: %s, metadata: %s, rules: [{apiGroups: [\"%s\"],"
            + " resources: [\"%s\"], verbs: [\"%s\"]}]}")
        .formatted(
            user,
            verb,
            resource,
            where,
            namespace == null ? "ClusterRole" : "Role",
            metadata,
            group,
            resource,
            verb);
  }
}
