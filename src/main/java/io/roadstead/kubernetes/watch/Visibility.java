// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.roadstead.app.AppName;
import io.roadstead.cluster.Freshness;
import io.roadstead.kubernetes.model.Kind;
import io.roadstead.kubernetes.model.NodeRecord;
import io.roadstead.kubernetes.model.ObjectKey;
import io.roadstead.kubernetes.model.ObservedApp;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What reads currently see, so that a response can wait until they see the write. */
public interface Visibility {

  /** The app as reads see it. */
  Optional<ObservedApp> find(AppName name);

  /**
   * The first other Deployment of the app's namespace whose pods have all these labels; empty when
   * there is none.
   */
  String othersWith(AppName app, Map<String, String> labels);

  /** All nodes of the cluster, to the extent that they are known. */
  Collection<NodeRecord> nodes();

  /** How recent that is. */
  Freshness freshness();

  /** Waits up to {@code patience} until reads see an object as it was written. */
  boolean awaitSeen(Kind kind, ObjectKey key, String resourceVersion, Duration patience);

  /** Waits up to {@code patience} until reads no longer see the object with the given uid. */
  boolean awaitGone(Kind kind, ObjectKey key, String uid, Duration patience);

  /** Waits up to {@code patience} until reads see that the object is being deleted or is gone. */
  boolean awaitDeleting(Kind kind, ObjectKey key, String uid, Duration patience);
}
