// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.AppName;
import io.roadstead.app.AppStatus;
import io.roadstead.kubernetes.watch.ClusterCache;
import io.roadstead.kubernetes.watch.Kind;
import io.roadstead.kubernetes.watch.ObjectKey;
import io.roadstead.kubernetes.watch.ObservedApp;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Reads come from the watched cache. */
@Singleton
final class CacheVisibility implements Visibility {
  private final ClusterCache cache;

  CacheVisibility(ClusterCache cache) {
    this.cache = cache;
  }

  @Override
  public Optional<ObservedApp> find(AppName name) {
    return cache.find(name);
  }

  @Override
  public AppStatus.Freshness freshness() {
    return cache.freshness();
  }

  @Override
  public boolean awaitSeen(Kind kind, ObjectKey key, String resourceVersion, Duration patience) {
    return cache.awaitSeen(kind, key, resourceVersion, patience);
  }

  @Override
  public boolean awaitGone(Kind kind, ObjectKey key, String uid, Duration patience) {
    return cache.awaitGone(kind, key, uid, patience);
  }
}
