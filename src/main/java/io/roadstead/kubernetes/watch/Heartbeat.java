// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.roadstead.app.AppException;
import io.roadstead.app.Caller;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.kubernetes.client.Deadline;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Repeatedly asks the API server for its version: a cheap proof that it is available. */
final class Heartbeat {
  private static final Logger LOG = Logger.getLogger(Heartbeat.class);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final ApiServer apiServer;
  private final WatchStates states;
  private volatile @Nullable String version;
  private boolean answered = true;

  Heartbeat(ApiServer apiServer, WatchStates states) {
    this.apiServer = apiServer;
    this.states = states;
  }

  /** The version that the API server last reported, or null. */
  @Nullable String version() {
    return version;
  }

  /** One heartbeat; blocks for a few seconds at most. */
  void beat() {
    try {
      version =
          apiServer.call(
              Caller.SERVICE_ACCOUNT, Deadline.after(PATIENCE), client -> gitVersion(client));
      states.answered();
      if (!answered) {
        LOG.info("The API server answers again");
      }
      answered = true;
    } catch (AppException e) {
      if (Thread.currentThread().isInterrupted()) {
        return; // The service is shutting down.
      }
      states.silent(String.valueOf(e.getMessage()));
      if (answered) {
        LOG.warnf("The API server does not answer: %s", e.getMessage());
      }
      answered = false;
    }
  }

  private static String gitVersion(KubernetesClient client) {
    return client.getKubernetesVersion().getGitVersion();
  }
}
