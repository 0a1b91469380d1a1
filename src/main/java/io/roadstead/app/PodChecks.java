// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of the other settings of pods and containers, as strict as those of Kubernetes. */
final class PodChecks {
  private static final Set<String> NONE = Set.of("0", "0%");

  private PodChecks() {}

  static void check(Violations violations, AppSpec spec) {
    checkUpdate(violations, spec.settings().group("update"));
    Settings placement = spec.settings().group("placement");
    violations.each(
        "placement.tolerations",
        placement.groups("tolerations"),
        (toleration, at) -> checkToleration(violations, at, toleration));
    Settings dns = placement.group("dns");
    if ("NONE".equals(dns.text("policy")) && dns.words("nameservers").isEmpty()) {
      violations.missing("placement.dns.nameservers", Messages.NAMESERVERS);
    }
    checkSeccomp(violations, "security", spec.settings().group("security"));
    checkContainers(violations, "containers", spec.containers());
    checkContainers(violations, "initContainers", spec.initContainers());
  }

  private static void checkUpdate(Violations violations, Settings update) {
    String surge = update.text("maxSurge");
    String unavailable = update.text("maxUnavailable");
    if (update.is("recreate")) {
      violations.check(
          surge == null, "update.maxSurge", surge, Messages.togetherWith("update.recreate"));
      violations.check(
          unavailable == null,
          "update.maxUnavailable",
          unavailable,
          Messages.togetherWith("update.recreate"));
      return;
    }
    boolean stuck = isNone(surge) && isNone(unavailable);
    violations.check(!stuck, "update.maxUnavailable", unavailable, Messages.NO_PROGRESS);
  }

  private static boolean isNone(@Nullable String share) {
    return share != null && NONE.contains(share);
  }

  private static void checkToleration(Violations violations, String at, Settings toleration) {
    boolean exists = "EXISTS".equals(toleration.text("operator"));
    String value = toleration.text("value");
    violations.check(
        !exists || value == null || value.isEmpty(), at + ".value", value, Messages.VALUE_OF_ANY);
    String key = toleration.text("key");
    if (!exists && (key == null || key.isEmpty())) {
      violations.missing(at + ".key", Messages.TOLERATION_KEY);
    }
    violations.check(
        !toleration.has("seconds") || "NO_EXECUTE".equals(toleration.text("effect")),
        at + ".seconds",
        toleration.values().get("seconds"),
        Messages.onlyWith("effect NO_EXECUTE"));
  }

  private static void checkSeccomp(Violations violations, String at, Settings security) {
    boolean local = "LOCALHOST".equals(security.text("seccomp"));
    String profile = security.text("seccompProfile");
    if (local && (profile == null || profile.isEmpty())) {
      violations.missing(at + ".seccompProfile", Messages.SECCOMP_PROFILE);
    }
    violations.check(
        local || profile == null,
        at + ".seccompProfile",
        profile,
        Messages.onlyWith("seccomp LOCALHOST"));
  }

  private static void checkContainers(
      Violations violations, String field, List<Container> containers) {
    boolean init = field.equals("initContainers");
    violations.each(
        field,
        containers,
        (container, at) -> {
          Settings settings = container.settings();
          checkSeccomp(violations, at + ".security", settings.group("security"));
          violations.check(
              init || !settings.is("restartable"), at + ".restartable", true, Messages.ONLY_INIT);
          if (init && !settings.is("restartable")) {
            checkEnding(violations, at, container);
          }
        });
  }

  /** A container that ends has neither probes nor hooks. */
  private static void checkEnding(Violations violations, String at, Container container) {
    forbid(violations, at + ".startupProbe", container.startupProbe() != null);
    forbid(violations, at + ".readinessProbe", container.readinessProbe() != null);
    forbid(violations, at + ".livenessProbe", container.livenessProbe() != null);
    forbid(violations, at + ".preStop", container.settings().has("preStop"));
    forbid(violations, at + ".postStart", container.settings().has("postStart"));
  }

  private static void forbid(Violations violations, String field, boolean given) {
    violations.check(!given, field, null, Messages.ONLY_RESTARTABLE);
  }
}
