// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.DeleteOptions.Propagation;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides whether a delete removes an object now or only marks it. Guarded by the store's lock. */
final class Deletion {
  static final String FOREGROUND = "foregroundDeletion";
  static final String ORPHAN = "orphan";
  private static final long DEFAULT_POD_GRACE_SECONDS = 30;
  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

  private final Commits commits;
  private final Clock clock;

  Deletion(Commits commits, Clock clock) {
    this.commits = commits;
    this.clock = clock;
  }

  ObjectNode delete(ResourceKind kind, ObjectNode live, DeleteOptions options) {
    checkPreconditions(kind, live, options);
    ObjectNode after = live.deepCopy();
    Metadata.setFinalizers(after, finalizers(live, options.propagation()));
    long grace = graceSeconds(kind, live, options);
    boolean holds = !Metadata.finalizers(after).isEmpty() || kind.equals(ResourceKinds.NAMESPACE);
    if (!holds && grace == 0) {
      return removed(kind, live, after, options);
    }
    if (!Metadata.deleting(live) || grace < markedGrace(live)) {
      mark(kind, after, grace);
    }
    if (after.equals(live) || options.dryRun()) {
      return after;
    }
    return commits.modified(kind, live, after);
  }

  private ObjectNode removed(
      ResourceKind kind, ObjectNode live, ObjectNode last, DeleteOptions options) {
    if (kind.equals(ResourceKinds.POD)) {
      mark(kind, last, 0);
    }
    return options.dryRun() ? last : commits.deleted(kind, live, last);
  }

  /**
   * Removes a marked object without remaining finalizers or grace period; true when it is removed.
   */
  static boolean ready(ObjectNode object) {
    boolean graceOver = markedGrace(object) == 0;
    return Metadata.deleting(object) && Metadata.finalizers(object).isEmpty() && graceOver;
  }

  private void mark(ResourceKind kind, ObjectNode object, long grace) {
    boolean first = !Metadata.deleting(object);
    Metadata.of(object)
        .put(
            "deletionTimestamp",
            clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(grace).toString())
        .put("deletionGracePeriodSeconds", (int) grace);
    if (first) {
      Preparation.bumpGeneration(object);
    }
    if (kind.equals(ResourceKinds.NAMESPACE)) {
      object.withObject("/status").put("phase", "Terminating");
    }
  }

  private static List<String> finalizers(ObjectNode live, Propagation propagation) {
    List<String> finalizers = new ArrayList<>(Metadata.finalizers(live));
    finalizers.removeAll(List.of(FOREGROUND, ORPHAN));
    switch (propagation) {
      case FOREGROUND -> finalizers.add(FOREGROUND);
      case ORPHAN -> finalizers.add(ORPHAN);
      case BACKGROUND -> {}
    }
    return finalizers;
  }

  /** Only a pod that a kubelet may be running gets a grace period. */
  private static long graceSeconds(ResourceKind kind, ObjectNode live, DeleteOptions options) {
    boolean running =
        kind.equals(ResourceKinds.POD)
            && live.path("spec").hasNonNull("nodeName")
            && !ENDED.contains(live.path("status").path("phase").asText());
    if (!running) {
      return 0;
    }
    Long asked = options.gracePeriodSeconds();
    if (asked != null) {
      return Math.max(0, asked);
    }
    return live.path("spec")
        .path("terminationGracePeriodSeconds")
        .asLong(DEFAULT_POD_GRACE_SECONDS);
  }

  private static long markedGrace(ObjectNode object) {
    return object.path("metadata").path("deletionGracePeriodSeconds").asLong();
  }

  private static void checkPreconditions(
      ResourceKind kind, ObjectNode live, DeleteOptions options) {
    String uid = options.uid();
    if (uid != null && !uid.equals(Metadata.uid(live))) {
      throw precondition(kind, live, "UID", uid, Metadata.uid(live));
    }
    String version = options.resourceVersion();
    if (version != null && !version.equals(Metadata.resourceVersion(live))) {
      throw precondition(kind, live, "ResourceVersion", version, Metadata.resourceVersion(live));
    }
  }

  private static ApiException precondition(
      ResourceKind kind, ObjectNode live, String what, String asked, String found) {
    String why =
        "Precondition failed: %s in precondition: %s, %s in object meta: %s"
            .formatted(what, asked, what, found);
    return ApiException.conflict(kind, Metadata.name(live), why);
  }
}
