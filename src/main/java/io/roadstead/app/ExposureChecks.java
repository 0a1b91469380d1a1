// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import io.roadstead.cluster.ExposureType;
import java.util.List;

/** The rules of the settings of an exposure that only some types of exposures have. */
final class ExposureChecks {
  private static final List<String> OF_BALANCER =
      List.of("sourceRanges", "loadBalancerClass", "allocateNodePorts");

  private ExposureChecks() {}

  static void check(Violations violations, String prefix, Exposure exposure) {
    Settings settings = exposure.settings();
    ExposureType type = exposure.type();
    boolean balanced = type == ExposureType.LOAD_BALANCER || type == ExposureType.EXTERNAL;
    boolean internal = type == ExposureType.INTERNAL;
    only(
        violations,
        prefix,
        "sessionAffinitySeconds",
        settings,
        "CLIENT_IP".equals(settings.text("sessionAffinity")),
        "sessionAffinity CLIENT_IP");
    violations.check(
        internal || !settings.is("headless"),
        prefix + "headless",
        true,
        Messages.onlyWith("type INTERNAL"));
    only(
        violations,
        prefix + "trafficPolicy.",
        "external",
        settings.group("trafficPolicy"),
        !internal,
        "type NODE_PORT, LOAD_BALANCER or EXTERNAL");
    for (String name : OF_BALANCER) {
      only(violations, prefix, name, settings, balanced, "type LOAD_BALANCER or EXTERNAL");
    }
  }

  private static void only(
      Violations violations,
      String prefix,
      String name,
      Settings settings,
      boolean allowed,
      String with) {
    Object sent = settings.values().get(name);
    violations.check(
        sent == null || allowed,
        prefix + name,
        sent instanceof Iterable<?> ? null : sent,
        Messages.onlyWith(with));
  }
}
