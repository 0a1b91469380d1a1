// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.AppName;
import io.roadstead.cluster.Freshness;
import io.roadstead.kubernetes.model.Kind;
import io.roadstead.kubernetes.model.NodeRecord;
import io.roadstead.kubernetes.model.ObjectKey;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.watch.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads that never see anything: what a write answers then is what the API server answered. */
final class Unseen implements Visibility {
  @Override
  public Optional<ObservedApp> find(AppName name) {
    return Optional.empty();
  }

  @Override
  public String othersWith(AppName app, Map<String, String> labels) {
    return "";
  }

  @Override
  public Collection<NodeRecord> nodes() {
    return List.of();
  }

  @Override
  public Freshness freshness() {
    return new Freshness(Instant.EPOCH, false);
  }

  @Override
  public boolean awaitSeen(Kind kind, ObjectKey key, String resourceVersion, Duration patience) {
    return false;
  }

  @Override
  public boolean awaitGone(Kind kind, ObjectKey key, String uid, Duration patience) {
    return false;
  }

  @Override
  public boolean awaitDeleting(Kind kind, ObjectKey key, String uid, Duration patience) {
    return false;
  }
}
