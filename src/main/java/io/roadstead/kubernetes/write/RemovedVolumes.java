// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Container;
import io.roadstead.app.Settings;
import io.roadstead.app.Warning;
import io.roadstead.kubernetes.model.DeploymentMapping;
import io.roadstead.kubernetes.model.DeploymentRecord;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The volumes and mounts that an app has and that a deploy removes. */
final class RemovedVolumes {
  private RemovedVolumes() {}

  /** Without force, what another manager has set stays. */
  static void warn(Plan plan, AppSpec spec, boolean force) {
    Deployment found = plan.live().deployment();
    if (found == null) {
      return;
    }
    DeploymentRecord live =
        DeploymentMapping.observed(force ? found : Owned.of(found, Deployment.class));
    Set<String> gone = texts(live.settings().groups("volumes"), "name");
    gone.removeAll(texts(spec.settings().groups("volumes"), "name"));
    gone.forEach(name -> warn(plan, WriteMessages.removedVolume(name), "volumes"));
    warnMounts(plan, "containers", live.template().containers(), spec.containers(), gone);
    warnMounts(
        plan, "initContainers", live.template().initContainers(), spec.initContainers(), gone);
    warnContainers(
        plan,
        all(live.template().containers(), live.template().initContainers()),
        all(spec.containers(), spec.initContainers()),
        gone);
  }

  private static void warnMounts(
      Plan plan, String field, List<Container> before, List<Container> after, Set<String> gone) {
    for (int i = 0; i < after.size(); i++) {
      Container now = after.get(i);
      String at = field + "[" + i + "].volumeMounts";
      Set<String> kept = texts(mounts(now), "path");
      before.stream()
          .filter(container -> container.name().equals(now.name()))
          .flatMap(container -> mounts(container).stream())
          .filter(mount -> !gone.contains(mount.word("volume")))
          .filter(mount -> !kept.contains(mount.word("path")))
          .forEach(
              mount ->
                  warn(
                      plan,
                      WriteMessages.removedMount(
                          mount.word("path"), mount.word("volume"), now.name()),
                      at));
    }
  }

  /** A container that is gone, or has another name now, takes its mounts along. */
  private static void warnContainers(
      Plan plan, List<Container> before, List<Container> after, Set<String> gone) {
    Set<String> mounted = new TreeSet<>(gone);
    after.forEach(container -> mounted.addAll(texts(mounts(container), "volume")));
    before.stream()
        .filter(container -> after.stream().noneMatch(now -> now.name().equals(container.name())))
        .forEach(
            container ->
                mounts(container).stream()
                    .filter(mount -> !mounted.contains(mount.word("volume")))
                    .map(
                        mount ->
                            WriteMessages.removedMount(
                                mount.word("path"), mount.word("volume"), container.name()))
                    .forEach(message -> warn(plan, message, "volumes")));
  }

  private static List<Container> all(List<Container> containers, List<Container> init) {
    return Stream.concat(containers.stream(), init.stream()).toList();
  }

  private static List<Settings> mounts(Container container) {
    return container.settings().groups("volumeMounts");
  }

  private static Set<String> texts(List<Settings> groups, String name) {
    return groups.stream()
        .map(group -> group.word(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void warn(Plan plan, String message, String field) {
    plan.warn(new Warning(Warning.Code.VOLUME_REMOVED, message, field));
  }
}
