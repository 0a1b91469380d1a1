// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.roadstead.app.AppName;
import io.roadstead.app.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The PersistentVolumeClaim of a volume of an app. */
public final class ClaimMapping {
  private static final String CLAIM = "claim";
  private static final String SIZE = "size";
  private static final String MODES = "accessModes";
  private static final String STORAGE = "storage";

  private ClaimMapping() {}

  /** Whether the claim of a volume is created when it does not exist. */
  public static boolean isMade(Settings volume) {
    return volume.group(CLAIM).has(SIZE);
  }

  /** The claim's name: as sent, or that of the app and the volume. */
  public static String name(AppName app, Settings volume) {
    return isNamed(volume)
        ? volume.group(CLAIM).word("name")
        : Names.within(Names.SUBDOMAIN, app.app() + "-" + volume.word("name"));
  }

  /** Whether the request names the claim itself. */
  public static boolean isNamed(Settings volume) {
    return volume.group(CLAIM).text("name") != null;
  }

  /** The volume, with the name of its claim. */
  public static Settings resolved(AppName app, Settings volume) {
    return volume.has(CLAIM)
        ? volume.with(CLAIM, volume.group(CLAIM).with("name", name(app, volume)))
        : volume;
  }

  /** The claim of a volume. */
  public static PersistentVolumeClaim desired(AppName app, Settings volume) {
    Settings claim = volume.group(CLAIM);
    return new PersistentVolumeClaimBuilder()
        .withNewMetadata()
        .withNamespace(app.namespace())
        .withName(name(app, volume))
        .withLabels(AppLabels.desired(app, Map.of()))
        .endMetadata()
        .withNewSpec()
        .withAccessModes(claim.has(MODES) ? claim.words(MODES) : List.of("ReadWriteOnce"))
        .withStorageClassName(claim.text("storageClass"))
        .withNewResources()
        .withRequests(Map.of(STORAGE, new Quantity(claim.text(SIZE))))
        .endResources()
        .endSpec()
        .build();
  }

  /** The names of the claims that pods mount. */
  public static Set<String> references(PodSpec pods) {
    Set<String> names = new TreeSet<>();
    Fields.orEmpty(pods.getVolumes()).stream()
        .map(Volume::getPersistentVolumeClaim)
        .filter(Objects::nonNull)
        .forEach(claim -> names.add(claim.getClaimName()));
    return names;
  }

  /** The size that a claim requests; empty when it names none. */
  public static String size(PersistentVolumeClaim claim) {
    var resources = claim.getSpec() == null ? null : claim.getSpec().getResources();
    Quantity size = resources == null ? null : Fields.orEmpty(resources.getRequests()).get(STORAGE);
    return size == null ? "" : size.toString();
  }
}
