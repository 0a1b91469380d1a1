// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.ResourceKinds;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Gives each PersistentVolumeClaim a volume, at once or for the first pod that uses it, as its
 * StorageClass says; keeps claims until no pod uses them.
 */
final class ClaimController {
  private static final String PROTECTION = "kubernetes.io/pvc-protection";
  private static final String PROVISIONER = "volume.kubernetes.io/storage-provisioner";

  private final ClusterCache cache;
  private final ClusterWriter writer;
  private final EventRecorder events;
  private final SimulationClock clock;
  private final Duration delay;
  private final WorkQueue queue;
  private final Set<String> inProgress = new HashSet<>();

  ClaimController(Workbench bench, StageDelays delays) {
    this.cache = bench.cache();
    this.writer = bench.writer("kube-controller-manager");
    this.events = bench.events("persistentvolume-controller");
    this.clock = bench.clock();
    this.delay = delays.start();
    this.queue = bench.queue("claim", this::reconcile);
    cache.onChange(
        ResourceKinds.PERSISTENT_VOLUME_CLAIM, change -> queue.add(ObjectKey.of(change.latest())));
    cache.onChange(ResourceKinds.POD, this::podChanged);
    cache.onChange(ResourceKinds.STORAGE_CLASS, change -> retryAll());
  }

  private void podChanged(ClusterCache.Change change) {
    String namespace = Meta.namespace(change.latest());
    Claims.of(change.latest()).forEach(name -> queue.add(new ObjectKey(namespace, name)));
  }

  private void retryAll() {
    cache
        .list(ResourceKinds.PERSISTENT_VOLUME_CLAIM, "")
        .forEach(claim -> queue.add(ObjectKey.of(claim)));
  }

  private void reconcile(ObjectKey key) {
    ObjectNode claim = cache.get(ResourceKinds.PERSISTENT_VOLUME_CLAIM, key);
    if (claim == null) {
      return;
    }
    if (Meta.deleting(claim)) {
      release(claim);
    } else if (!Claims.bound(claim)) {
      provide(claim);
    }
  }

  private void provide(ObjectNode claim) {
    String name = claim.path("spec").path("storageClassName").asText("");
    if (name.isEmpty()) {
      events.normal(
          claim,
          "FailedBinding",
          "no persistent volumes available for this claim and no storage class is set");
      return;
    }
    ObjectNode found = cache.get(ResourceKinds.STORAGE_CLASS, ObjectKey.clusterScoped(name));
    if (found == null) {
      String message = "storageclass.storage.k8s.io \"%s\" not found".formatted(name);
      events.warning(claim, "ProvisioningFailed", message);
      return;
    }
    boolean waits = found.path("volumeBindingMode").asText().equals("WaitForFirstConsumer");
    if (waits && !Claims.used(claim, cache)) {
      events.normal(
          claim, "WaitForFirstConsumer", "waiting for first consumer to be created before binding");
    } else if (inProgress.add(Meta.uid(claim))) {
      String message =
          "Waiting for a volume to be created either by the external provisioner '%s' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered."
              .formatted(found.path("provisioner").asText());
      events.normal(claim, "ExternalProvisioning", message);
      clock.schedule(delay, () -> bind(claim, found));
    }
  }

  private void bind(ObjectNode observed, ObjectNode storageClass) {
    inProgress.remove(Meta.uid(observed));
    ObjectNode claim = cache.get(ResourceKinds.PERSISTENT_VOLUME_CLAIM, ObjectKey.of(observed));
    if (claim == null || Meta.deleting(claim) || Claims.bound(claim)) {
      return;
    }
    ObjectNode volume =
        writer.create(ResourceKinds.PERSISTENT_VOLUME, VolumeFactory.desired(claim, storageClass));
    writer.updateStatus(
        ResourceKinds.PERSISTENT_VOLUME, volume, status -> status.put("phase", "Bound"));
    String message = "Successfully provisioned volume " + Meta.name(volume);
    events.normal(claim, "ProvisioningSucceeded", message);
    ObjectNode named =
        writer.update(
            ResourceKinds.PERSISTENT_VOLUME_CLAIM,
            claim,
            latest -> {
              latest.withObject("/spec").put("volumeName", Meta.name(volume));
              latest
                  .withObject("/metadata/annotations")
                  .put("pv.kubernetes.io/bind-completed", "yes")
                  .put("pv.kubernetes.io/bound-by-controller", "yes")
                  .put(PROVISIONER, storageClass.path("provisioner").asText());
            });
    writer.updateStatus(
        ResourceKinds.PERSISTENT_VOLUME_CLAIM,
        named,
        status -> {
          status.put("phase", "Bound");
          status.set("accessModes", claim.path("spec").path("accessModes").deepCopy());
          status.putObject("capacity").setAll(VolumeFactory.size(claim));
        });
  }

  private void release(ObjectNode claim) {
    if (!Meta.hasFinalizer(claim, PROTECTION) || Claims.used(claim, cache)) {
      return;
    }
    String volume = claim.path("spec").path("volumeName").asText("");
    writer.update(
        ResourceKinds.PERSISTENT_VOLUME_CLAIM,
        claim,
        latest -> Meta.removeFinalizer(latest, PROTECTION));
    ObjectNode bound = cache.get(ResourceKinds.PERSISTENT_VOLUME, ObjectKey.clusterScoped(volume));
    if (bound != null && reclaimed(bound)) {
      writer.delete(ResourceKinds.PERSISTENT_VOLUME, bound, DeleteOptions.background());
    }
  }

  private static boolean reclaimed(ObjectNode volume) {
    return volume.path("spec").path("persistentVolumeReclaimPolicy").asText().equals("Delete");
  }
}
