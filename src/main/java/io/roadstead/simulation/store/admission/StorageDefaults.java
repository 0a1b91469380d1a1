// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.StoreView;
import java.util.ArrayList;
import java.util.List;

/** Defaults of PersistentVolumeClaims and StorageClasses. */
final class StorageDefaults {
  /** Keeps a claim while pods use it. */
  private static final String PROTECTION = "kubernetes.io/pvc-protection";

  private static final String IS_DEFAULT = "storageclass.kubernetes.io/is-default-class";

  private StorageDefaults() {}

  static void claim(ObjectNode claim) {
    Defaults.put(claim.withObject("/spec"), "volumeMode", "Filesystem");
    Defaults.put(claim.withObject("/status"), "phase", "Pending");
  }

  static void storageClass(ObjectNode storageClass) {
    Defaults.put(storageClass, "reclaimPolicy", "Delete");
    Defaults.put(storageClass, "volumeBindingMode", "Immediate");
  }

  /** What the admission plugins add to a new claim, without an owner. */
  static void admitClaim(ObjectNode claim, StoreView view) {
    List<String> finalizers = new ArrayList<>(Metadata.finalizers(claim));
    if (!finalizers.contains(PROTECTION)) {
      finalizers.add(PROTECTION);
      Metadata.setFinalizers(claim, finalizers);
    }
    if (!claim.path("spec").has("storageClassName")) {
      view.all(ResourceKinds.STORAGE_CLASS, "").stream()
          .filter(StorageDefaults::isDefault)
          .findFirst()
          .ifPresent(c -> claim.withObject("/spec").put("storageClassName", Metadata.name(c)));
    }
  }

  private static boolean isDefault(ObjectNode storageClass) {
    return storageClass
        .path("metadata")
        .path("annotations")
        .path(IS_DEFAULT)
        .asText("")
        .equals("true");
  }
}
