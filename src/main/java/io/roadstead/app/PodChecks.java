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
    PlacementChecks.check(violations, "placement", spec.settings().group("placement"));
    checkProfiles(violations, "security", spec.settings().group("security"));
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

  private static void checkProfiles(Violations violations, String at, Settings security) {
    checkProfile(violations, at, security, "seccomp", Messages.SECCOMP_PROFILE);
    checkProfile(violations, at, security, "appArmor", Messages.APP_ARMOR_PROFILE);
  }

  private static void checkProfile(
      Violations violations, String at, Settings security, String kind, String give) {
    boolean local = "LOCALHOST".equals(security.text(kind));
    String name = kind + "Profile";
    String profile = security.text(name);
    if (local && (profile == null || profile.isEmpty())) {
      violations.missing(at + "." + name, give);
    }
    violations.check(
        local || profile == null, at + "." + name, profile, Messages.onlyWith(kind + " LOCALHOST"));
  }

  private static void checkContainers(
      Violations violations, String field, List<Container> containers) {
    boolean init = field.equals("initContainers");
    violations.each(
        field,
        containers,
        (container, at) -> {
          Settings settings = container.settings();
          checkProfiles(violations, at + ".security", settings.group("security"));
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
