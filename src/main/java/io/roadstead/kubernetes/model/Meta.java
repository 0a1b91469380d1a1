// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The record of an object's metadata.
 *
 * @param key namespace and name
 * @param uid unique ID assigned by the cluster
 * @param resourceVersion the version of the object
 * @param generation number of its spec; 0 for kinds without one
 * @param createTime when it was created
 * @param deleteTime when its deletion was requested, else null
 */
public record Meta(
    ObjectKey key,
    String uid,
    String resourceVersion,
    long generation,
    Instant createTime,
    @Nullable Instant deleteTime) {

  public static Meta of(ObjectMeta meta) {
    return new Meta(
        new ObjectKey(Fields.orEmpty(meta.getNamespace()).intern(), Fields.orEmpty(meta.getName())),
        Fields.orEmpty(meta.getUid()),
        Fields.orEmpty(meta.getResourceVersion()),
        Fields.orZero(meta.getGeneration()),
        Fields.orEpoch(Fields.instant(meta.getCreationTimestamp())),
        Fields.instant(meta.getDeletionTimestamp()));
  }

  public String name() {
    return key.name();
  }

  public String namespace() {
    return key.namespace();
  }

  public boolean deleting() {
    return deleteTime != null;
  }
}
