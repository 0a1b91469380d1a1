// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import io.roadstead.app.AppException;
import io.roadstead.app.Caller;
import io.roadstead.app.ErrorCode;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.kubernetes.client.Deadline;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Distinguishes a namespace without apps from one that does not exist. Namespaces are not watched.
 */
@Singleton
class Namespaces {
  private static final Logger LOG = Logger.getLogger(Namespaces.class);

  /** Lists are otherwise read from the cache: this check must not slow them down. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ApiServer apiServer;

  Namespaces(ApiServer apiServer) {
    this.apiServer = apiServer;
  }

  /** NOT_FOUND when the namespace is known not to exist; no error when that is unknown. */
  void requireUnlessUnknown(Caller caller, String name) {
    if (isMissing(caller, name)) {
      throw AppException.of(ErrorCode.NOT_FOUND, "Namespace '%s' does not exist.".formatted(name));
    }
  }

  private boolean isMissing(Caller caller, String name) {
    try {
      return apiServer.call(
          caller,
          Deadline.after(PATIENCE),
          client -> client.namespaces().withName(name).get() == null);
    } catch (AppException e) {
      LOG.debugf(e, "Whether namespace %s exists is not known", name);
      return false;
    }
  }
}
