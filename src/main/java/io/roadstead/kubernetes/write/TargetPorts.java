// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.AppSpec;
import io.roadstead.app.Container;
import io.roadstead.app.ContainerPort;
import io.roadstead.app.ExposurePort;
import io.roadstead.app.Messages;
import io.roadstead.app.Violations;
import io.roadstead.app.Warning;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.ServiceRecord;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The container ports to which an exposure leads. */
final class TargetPorts {
  private TargetPorts() {}

  /** The exposure that stays must still lead to a port of the containers. */
  static void check(Violations violations, LiveApp live, AppSpec spec) {
    if (spec.exposure() != null) {
      return;
    }
    Set<String> had = names(declared(live.containers(), live.initContainers()));
    Set<String> has = names(declared(spec.containers(), spec.initContainers()));
    for (ExposurePort port : exposed(live)) {
      String target = port.targetPort();
      violations.check(
          target == null || isNumber(target) || has.contains(target) || !had.contains(target),
          "containers[0].ports",
          null,
          Messages.lostTarget(port.port(), target == null ? "" : target, has));
    }
  }

  /** Warns about ports that lead to a number that no container declares, while some are. */
  static void warn(Plan plan, String at, List<ExposurePort> ports, AppSpec spec) {
    List<ContainerPort> declared = declared(spec.containers(), spec.initContainers());
    if (declared.isEmpty()) {
      return;
    }
    for (int i = 0; i < ports.size(); i++) {
      ExposurePort port = ports.get(i);
      String target = port.targetPort() == null ? Integer.toString(port.port()) : port.targetPort();
      boolean known =
          declared.stream()
              .anyMatch(
                  found ->
                      found.protocol() == port.protocol()
                          && target.equals(Integer.toString(found.port())));
      if (isNumber(target) && !known) {
        plan.warn(
            new Warning(
                Warning.Code.UNDECLARED_TARGET_PORT,
                WriteMessages.undeclaredTarget(port.port(), target, declared),
                at + "ports[" + i + "].targetPort"));
      }
    }
  }

  /** The ports of the exposure that an app has. */
  static List<ExposurePort> exposed(LiveApp live) {
    ObservedApp found = live.desired();
    @Nullable ServiceRecord service = found == null ? null : found.exposingService();
    return service == null ? List.of() : service.ports();
  }

  /** Init containers that keep running receive traffic too. */
  private static List<ContainerPort> declared(List<Container> containers, List<Container> inits) {
    return Stream.concat(
            containers.stream(),
            inits.stream().filter(container -> container.settings().is("restartable")))
        .flatMap(container -> container.ports().stream())
        .toList();
  }

  private static Set<String> names(List<ContainerPort> ports) {
    Set<String> names = new TreeSet<>();
    for (ContainerPort port : ports) {
      String name = port.name();
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private static boolean isNumber(String target) {
    return target.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
