// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A missing RBAC rule, read from a refusal of the API server.
 *
 * @param user the user that was refused
 * @param verb the verb of the request
 * @param resource the resource, with a subresource after a slash
 * @param group the resource's API group, empty for the core
 * @param namespace the namespace; null for the whole cluster
 */
record MissingRule(
    String user, String verb, String resource, String group, @Nullable String namespace) {
  /** The message of apiserver's responsewriters.forbiddenMessage. */
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

  /** What was refused, and the Role that would allow it, in YAML flow style. */
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
