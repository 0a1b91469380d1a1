// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of the security contexts of pods and containers. */
final class SecurityValidation {
  private static final long MAX_ID = Integer.MAX_VALUE;
  private static final Set<String> PROFILES = Set.of("Localhost", "RuntimeDefault", "Unconfined");
  private static final Set<String> CHANGES = Set.of("Always", "OnRootMismatch");
  private static final Pattern SYSCTL =
      Pattern.compile("([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?");

  private SecurityValidation() {}

  static void checkPod(String field, JsonNode context, List<StatusCause> causes) {
    for (String id : List.of("fsGroup", "runAsUser", "runAsGroup")) {
      checkId(field + "." + id, context.path(id), causes);
    }
    JsonNode groups = context.path("supplementalGroups");
    for (int i = 0; i < groups.size(); i++) {
      checkId(field + ".supplementalGroups[" + i + "]", groups.path(i), causes);
    }
    checkSysctls(field + ".sysctls", context.path("sysctls"), causes);
    String change = context.path("fsGroupChangePolicy").asText("Always");
    if (!CHANGES.contains(change)) {
      String supported = "\"Always\", \"OnRootMismatch\"";
      causes.add(StatusCause.unsupported(field + ".fsGroupChangePolicy", change, supported));
    }
    checkProfile(field + ".seccompProfile", context.path("seccompProfile"), causes);
  }

  static void checkContainer(String field, JsonNode context, List<StatusCause> causes) {
    for (String id : List.of("runAsUser", "runAsGroup")) {
      checkId(field + "." + id, context.path(id), causes);
    }
    checkProfile(field + ".seccompProfile", context.path("seccompProfile"), causes);
    if (!context.path("allowPrivilegeEscalation").asBoolean(true)) {
      if (context.path("privileged").asBoolean()) {
        String rule = "cannot set `allowPrivilegeEscalation` to false and `privileged` to true";
        causes.add(StatusCause.invalid(field, new Shown(context.toString()), rule));
      }
      for (JsonNode added : context.path("capabilities").path("add")) {
        if (added.asText().equals("CAP_SYS_ADMIN")) {
          String rule =
              "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add`"
                  + " CAP_SYS_ADMIN";
          causes.add(StatusCause.invalid(field, new Shown(context.toString()), rule));
        }
      }
    }
  }

  private static void checkId(String field, JsonNode id, List<StatusCause> causes) {
    if (id.asLong() < 0 || id.asLong() > MAX_ID) {
      causes.add(
          StatusCause.invalid(
              field, id.asLong(), "must be between 0 and " + MAX_ID + ", inclusive"));
    }
  }

  private static void checkSysctls(String field, JsonNode sysctls, List<StatusCause> causes) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < sysctls.size(); i++) {
      String path = field + "[" + i + "].name";
      String name = sysctls.path(i).path("name").asText("");
      if (name.isEmpty()) {
        causes.add(StatusCause.required(path, ""));
      } else if (!SYSCTL.matcher(name).matches()) {
        String rule = "must have at most 253 characters and match regex ^" + SYSCTL + "$";
        causes.add(StatusCause.invalid(path, name, rule));
      } else if (!names.add(name)) {
        causes.add(StatusCause.duplicate(path, name));
      }
    }
  }

  private static void checkProfile(String field, JsonNode profile, List<StatusCause> causes) {
    if (profile.isMissingNode()) {
      return;
    }
    String type = profile.path("type").asText("");
    if (type.isEmpty()) {
      causes.add(
          StatusCause.required(field + ".type", "type is required when seccompProfile is set"));
    } else if (!PROFILES.contains(type)) {
      String supported = "\"Localhost\", \"RuntimeDefault\", \"Unconfined\"";
      causes.add(StatusCause.unsupported(field + ".type", type, supported));
    }
    boolean local = type.equals("Localhost");
    if (local && !profile.has("localhostProfile")) {
      String rule = "must be set when seccomp type is Localhost";
      causes.add(StatusCause.required(field + ".localhostProfile", rule));
    } else if (!local && profile.has("localhostProfile")) {
      String shown =
          "{\"Type\":\"%s\",\"LocalhostProfile\":%s}"
              .formatted(type, profile.path("localhostProfile"));
      causes.add(
          StatusCause.invalid(
              field + ".localhostProfile",
              new Shown(shown),
              "can only be set when seccomp type is Localhost"));
    }
  }

  /** A value that is shown without quotes. */
  private record Shown(String text) {
    @Override
    public String toString() {
      return text;
    }
  }
}
