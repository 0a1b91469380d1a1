// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.kubernetes.model.AppLabels;
import io.roadstead.kubernetes.model.ClaimMapping;
import io.roadstead.kubernetes.model.ConfigMapMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ConfigMaps and claims that Roadstead made for the volumes of an app. */
final class MountedObjects {
  private MountedObjects() {}

  /** Those that pods refer to, also of an app that was released. */
  static Stream<HasMetadata> made(LiveApps apps, Write write, PodSpec pods) {
    List<HasMetadata> found = new ArrayList<>();
    found.addAll(find(apps, write, Part.FILES, ConfigMapMapping.references(pods)));
    found.addAll(find(apps, write, Part.CLAIM, ClaimMapping.references(pods)));
    return found.stream();
  }

  /** Lets go of those of all versions of an app. */
  static void release(Plan plan, Deployment deployment) {
    Write write = plan.write();
    LiveApps apps = plan.apps();
    apps.files(write).forEach(files -> plan.release(Part.FILES, files, false));
    Set<String> claims =
        new TreeSet<>(ClaimMapping.references(deployment.getSpec().getTemplate().getSpec()));
    apps.replicaSets(write, deployment)
        .forEach(
            set -> claims.addAll(ClaimMapping.references(set.getSpec().getTemplate().getSpec())));
    find(apps, write, Part.CLAIM, claims).stream()
        .filter(Ownership::isManaged)
        .forEach(claim -> plan.release(Part.CLAIM, claim, false));
  }

  private static <T extends HasMetadata> List<T> find(
      LiveApps apps, Write write, Part<T> part, Set<String> names) {
    List<T> made = new ArrayList<>();
    for (String name : names) {
      @Nullable T found = apps.find(write, part, name);
      if (found != null && isMade(write, found)) {
        made.add(found);
      }
    }
    return made;
  }

  private static boolean isMade(Write write, HasMetadata found) {
    return found.getMetadata().getDeletionTimestamp() == null
        && AppLabels.isOf(write.name(), found.getMetadata())
        && Managers.of(found).stream().anyMatch(Managers::isReleasedWithTheApp);
  }
}
