// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import static io.roadstead.kubernetes.mapping.Rules.field;

/** The settings of security contexts. */
final class SecurityRules {
  /** Those of pods and of containers. */
  static final Rules USER =
      Rules.of(
          field("runAsUser", "runAsUser"),
          field("runAsGroup", "runAsGroup"),
          field("runAsNonRoot", "runAsNonRoot"),
          field(
              "seccomp",
              "seccompProfile.type",
              Codecs.words("RuntimeDefault", "Unconfined", "Localhost")),
          field("seccompProfile", "seccompProfile.localhostProfile"));

  static final Rules CONTAINER =
      USER.and(
          field("readOnlyRoot", "readOnlyRootFilesystem"),
          field("addCapabilities", "capabilities.add"),
          field("dropCapabilities", "capabilities.drop"),
          field("privilegeEscalation", "allowPrivilegeEscalation"));

  private SecurityRules() {}
}
