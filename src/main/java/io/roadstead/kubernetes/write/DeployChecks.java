// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Container;
import io.roadstead.app.Messages;
import io.roadstead.app.Quantity;
import io.roadstead.app.Violations;
import io.roadstead.kubernetes.model.DeploymentMapping;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules of a deploy that depend on the app as it is: what it already has is not refused. */
final class DeployChecks {
  /** No process fits into less, so a smaller amount in thousandths is a typing error. */
  private static final BigDecimal LEAST_BYTES = BigDecimal.valueOf(1L << 20);

  private static final List<String> IN_BYTES = List.of("memory", "ephemeral-storage");

  private DeployChecks() {}

  /** INVALID_ARGUMENT with every violation. */
  static void check(Plan plan, AppSpec spec) {
    var violations = new Violations();
    Set<String> volumes = volumes(spec, plan.live().deployment());
    checkEach(violations, "containers", spec.containers(), volumes, plan.live());
    checkEach(violations, "initContainers", spec.initContainers(), volumes, plan.live());
    TargetPorts.check(violations, plan.live(), spec);
    violations.throwIfAny();
  }

  /** Includes volumes that a spec can't express: they stay, and a read shows their mounts. */
  private static Set<String> volumes(AppSpec spec, @Nullable Deployment live) {
    Set<String> names = new TreeSet<>();
    spec.settings().groups("volumes").forEach(volume -> names.add(volume.word("name")));
    if (live == null) {
      return names;
    }
    List<Volume> found = live.getSpec().getTemplate().getSpec().getVolumes();
    if (found != null) {
      Set<String> shown = new TreeSet<>();
      DeploymentMapping.observed(live)
          .settings()
          .groups("volumes")
          .forEach(volume -> shown.add(volume.word("name")));
      found.stream().map(Volume::getName).filter(name -> !shown.contains(name)).forEach(names::add);
    }
    return names;
  }

  private static void checkEach(
      Violations violations,
      String field,
      List<Container> containers,
      Set<String> volumes,
      LiveApp live) {
    violations.each(
        field,
        containers,
        (container, at) -> {
          violations.each(
              at + ".volumeMounts",
              container.settings().groups("volumeMounts"),
              (mount, where) -> {
                String volume = mount.text("volume");
                violations.check(
                    volume != null && volumes.contains(volume),
                    where + ".volume",
                    volume,
                    Messages.unknownVolume(volumes));
              });
          var sent = container.resources();
          var has = live.resources(container.name());
          checkBytes(violations, at + ".resources.requests.", sent.requests(), has.requests());
          checkBytes(violations, at + ".resources.limits.", sent.limits(), has.limits());
        });
  }

  private static void checkBytes(
      Violations violations, String at, Map<String, Quantity> sent, Map<String, Quantity> has) {
    for (String resource : IN_BYTES) {
      Quantity quantity = sent.get(resource);
      BigDecimal amount = quantity == null ? null : quantity.amount();
      if (quantity == null || amount == null || !quantity.text().endsWith("m")) {
        continue;
      }
      boolean kept = has.containsKey(resource) && quantity.compareTo(has.get(resource)) == 0;
      boolean plausible = amount.signum() == 0 || amount.compareTo(LEAST_BYTES) >= 0;
      violations.check(
          kept || plausible,
          at + resource,
          quantity.text(),
          Messages.thousandths(quantity.text(), amount.stripTrailingZeros().toPlainString()));
    }
  }
}
