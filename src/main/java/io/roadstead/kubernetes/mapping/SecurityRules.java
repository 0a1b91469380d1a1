// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import static io.roadstead.kubernetes.mapping.Rules.field;

/** The settings of security contexts. */
final class SecurityRules {
  private static final Codec PROFILE = Codecs.words("RuntimeDefault", "Unconfined", "Localhost");

  /** Those of pods and of containers. */
  static final Rules USER =
      Rules.of(
          field("runAsUser", "runAsUser"),
          field("runAsGroup", "runAsGroup"),
          field("runAsNonRoot", "runAsNonRoot"),
          field("seccomp", "seccompProfile.type", PROFILE),
          field("seccompProfile", "seccompProfile.localhostProfile"),
          field("appArmor", "appArmorProfile.type", PROFILE),
          field("appArmorProfile", "appArmorProfile.localhostProfile"));

  static final Rules CONTAINER =
      USER.and(
          field("readOnlyRoot", "readOnlyRootFilesystem"),
          field("addCapabilities", "capabilities.add"),
          field("dropCapabilities", "capabilities.drop"),
          field("privilegeEscalation", "allowPrivilegeEscalation"));

  private SecurityRules() {}
}
