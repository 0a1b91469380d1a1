// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.app.AppException;
import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.Quantity;
import io.roadstead.app.Settings;
import io.roadstead.app.Warning;
import io.roadstead.kubernetes.model.AppLabels;
import io.roadstead.kubernetes.model.ClaimMapping;
import io.roadstead.kubernetes.model.ConfigMapMapping;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The effects of a write on the claims and files that an app's volumes need. */
final class Volumes {
  private static final String VOLUMES = "volumes";

  private Volumes() {}

  /** Creates what the volumes need and what does not exist; returns the spec that refers to it. */
  static AppSpec prepare(Plan plan, AppSpec spec) {
    AppName app = plan.write().name();
    List<Settings> volumes = spec.settings().groups(VOLUMES);
    for (int i = 0; i < volumes.size(); i++) {
      if (ClaimMapping.isMade(volumes.get(i))) {
        claim(plan, volumes.get(i), "volumes[" + i + "].claim");
      }
      if (ConfigMapMapping.hasFiles(volumes.get(i))) {
        files(plan, ConfigMapMapping.desired(app, volumes.get(i)));
      }
    }
    return spec.with(
        spec.settings()
            .withEach(
                VOLUMES,
                volume -> ConfigMapMapping.resolved(app, ClaimMapping.resolved(app, volume))));
  }

  /** An existing claim is never changed: it holds data, and others may use it. */
  private static void claim(Plan plan, Settings volume, String at) {
    PersistentVolumeClaim desired = ClaimMapping.desired(plan.write().name(), volume);
    PersistentVolumeClaim found = plan.read(Part.CLAIM, desired.getMetadata().getName());
    if (found == null) {
      plan.create(Part.CLAIM, desired);
      return;
    }
    requireUsable(plan, volume, found);
    warn(plan, at + ".size", found, ClaimMapping.size(found), ClaimMapping.size(desired));
    warn(
        plan,
        at + ".storageClass",
        found,
        found.getSpec().getStorageClassName(),
        desired.getSpec().getStorageClassName());
    plan.leave(Part.CLAIM, found);
  }

  /** Nobody who leaves the name of a claim to Roadstead means the data of another app. */
  private static void requireUsable(Plan plan, Settings volume, PersistentVolumeClaim found) {
    if (found.getMetadata().getDeletionTimestamp() != null) {
      throw AppException.of(ErrorCode.FAILED_PRECONDITION, WriteMessages.beingDeleted(found));
    }
    if (!ClaimMapping.isNamed(volume)
        && Ownership.isManaged(found)
        && !AppLabels.isOf(plan.write().name(), found.getMetadata())) {
      throw AppException.of(
          ErrorCode.FAILED_PRECONDITION,
          WriteMessages.claimOfAnotherApp(found.getMetadata().getName(), volume.word("name")));
    }
  }

  private static void warn(
      Plan plan,
      String field,
      PersistentVolumeClaim found,
      @Nullable String has,
      @Nullable String sent) {
    if (sent == null || sent.equals(has)) {
      return;
    }
    boolean same =
        field.endsWith("size")
            && has != null
            && new Quantity(has).compareTo(new Quantity(sent)) == 0;
    if (!same) {
      plan.warn(
          new Warning(
              Warning.Code.KEPT_OBJECT,
              WriteMessages.otherClaim(found.getMetadata().getName(), has, sent),
              field));
    }
  }

  private static void files(Plan plan, ConfigMap desired) {
    ConfigMap found = plan.read(Part.FILES, desired.getMetadata().getName());
    if (found == null) {
      plan.create(Part.FILES, desired);
      return;
    }
    if (found.getMetadata().getDeletionTimestamp() != null) {
      throw AppException.of(ErrorCode.FAILED_PRECONDITION, WriteMessages.beingDeleted(found));
    }
    boolean same = Objects.equals(found.getData(), desired.getData());
    boolean binary = found.getBinaryData() != null && !found.getBinaryData().isEmpty();
    if (!same || binary) {
      throw AppException.of(
          ErrorCode.FAILED_PRECONDITION, WriteMessages.otherFiles(desired.getMetadata()));
    }
    plan.leave(Part.FILES, found);
  }

  /** The cluster deletes the files of an app with it. */
  static void own(Plan plan, AppSpec sent) {
    AppName app = plan.write().name();
    Deployment deployment = plan.live().deployment();
    for (Settings volume : sent.settings().groups(VOLUMES)) {
      if (!ConfigMapMapping.hasFiles(volume)) {
        continue;
      }
      ConfigMap desired = ConfigMapMapping.desired(app, volume);
      ConfigMap found = plan.live().get(Part.FILES, desired.getMetadata().getName());
      boolean ours = found == null || ConfigMapMapping.isOf(app, found);
      boolean owned =
          found != null && deployment != null && ConfigMapMapping.isOwned(found, deployment);
      if (ours && !owned) {
        plan.own(Part.FILES, desired);
      }
    }
  }

  /**
   * Deletes files that no version of the app refers to, also those that a deploy that failed has
   * left. A concurrent deploy that has not yet referred to its files finds them gone when it makes
   * the app their owner, and starts over.
   */
  static void sweep(Plan plan, Deployment desired) {
    Deployment live = plan.live().deployment();
    if (live == null || !Ownership.isManaged(live)) {
      return;
    }
    try {
      List<ConfigMap> files = plan.apps().files(plan.write());
      Set<String> used = new TreeSet<>(references(desired));
      used.addAll(references(live));
      if (files.stream().allMatch(found -> used.contains(found.getMetadata().getName()))) {
        return;
      }
      plan.apps()
          .replicaSets(plan.write(), live)
          .forEach(
              set ->
                  used.addAll(ConfigMapMapping.references(set.getSpec().getTemplate().getSpec())));
      files.stream()
          .filter(found -> !used.contains(found.getMetadata().getName()))
          .forEach(found -> plan.discard(Part.FILES, found));
    } catch (AppException e) {
      // What is left is deleted by the next deploy, or with the app.
      return;
    }
  }

  private static Set<String> references(Deployment deployment) {
    return ConfigMapMapping.references(deployment.getSpec().getTemplate().getSpec());
  }

  /** Deleting an app keeps its data. */
  static void keepClaims(Plan plan, Deployment deployment) {
    ClaimMapping.references(deployment.getSpec().getTemplate().getSpec()).stream()
        .filter(name -> exists(plan, name))
        .forEach(
            name ->
                plan.keep(
                    Part.CLAIM.object(name),
                    WriteMessages.keptClaim(name, plan.write().name().namespace())));
  }

  /** A claim that can't be read is assumed to exist. */
  private static boolean exists(Plan plan, String name) {
    try {
      return plan.apps().find(plan.write(), Part.CLAIM, name) != null;
    } catch (AppException e) {
      return true;
    }
  }
}
