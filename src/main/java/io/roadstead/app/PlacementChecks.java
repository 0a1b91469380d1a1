// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/** The rules of where pods run. */
final class PlacementChecks {
  private PlacementChecks() {}

  static void check(Violations violations, String at, Settings placement) {
    violations.each(
        at + ".tolerations",
        placement.groups("tolerations"),
        (toleration, path) -> checkToleration(violations, path, toleration));
    violations.each(
        at + ".spread",
        placement.groups("spread"),
        (spread, path) -> checkPods(violations, path, spread));
    Settings affinity = placement.group("affinity");
    checkTerms(violations, at + ".affinity.pod", affinity.group("pod"));
    checkTerms(violations, at + ".affinity.antiPod", affinity.group("antiPod"));
    Settings dns = placement.group("dns");
    if ("NONE".equals(dns.text("policy")) && dns.words("nameservers").isEmpty()) {
      violations.missing(at + ".dns.nameservers", Messages.NAMESERVERS);
    }
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

  private static void checkTerms(Violations violations, String at, Settings terms) {
    violations.each(
        at + ".required",
        terms.groups("required"),
        (term, path) -> checkPods(violations, path, term));
    violations.each(
        at + ".preferred",
        terms.groups("preferred"),
        (weighted, path) -> checkPods(violations, path + ".term", weighted.group("term")));
  }

  private static void checkPods(Violations violations, String at, Settings pods) {
    for (String selector : new String[] {"matchLabels", "labels"}) {
      violations.check(
          !pods.is("allPods") || !pods.has(selector),
          at + ".allPods",
          true,
          Messages.togetherWith(selector));
    }
  }
}
