// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.WriteOptions;
import io.roadstead.kubernetes.watch.ObservedApp;
import org.jspecify.annotations.Nullable;

/** What must hold of an app before it is written. */
final class Preconditions {
  private static final String ADOPT = "adopt it by a deploy with adopt=true";

  private Preconditions() {}

  /** The Deployment of an app that must be there and be ours. */
  static Deployment requireOurs(Write write, LiveApp live, Progress progress) {
    requireAny(write, live, progress);
    Deployment deployment = live.deployment();
    if (deployment == null) {
      throw AppException.notFound(write.name());
    }
    requireEtag(write, live, progress);
    Ownership.require(deployment, ADOPT);
    return deployment;
  }

  /** An app that is there must be ours or be adopted, and must not be on its way out. */
  static void requireDeployable(Write write, LiveApp live, Progress progress) {
    requireAny(write, live, progress);
    requireEtag(write, live, progress);
    Deployment deployment = live.deployment();
    if (deployment == null) {
      return;
    }
    if (write.options().createOnly() && !progress.created(write.object(Steps.DEPLOYMENT))) {
      throw AppException.of(
          ErrorCode.ALREADY_EXISTS,
          "App '%s' already exists in namespace '%s'."
              .formatted(write.name().app(), write.name().namespace()));
    }
    requireNotDeleting(deployment);
    if (!write.options().adopt()) {
      Ownership.require(deployment, ADOPT);
    }
  }

  static void requireNotDeleting(Deployment deployment) {
    if (deployment.getMetadata().getDeletionTimestamp() != null) {
      throw AppException.of(
          ErrorCode.FAILED_PRECONDITION,
          "App '%s' is being deleted; repeat the call when it is gone."
              .formatted(deployment.getMetadata().getName()));
    }
  }

  /** RFC 9110, section 13.1.1: {@code *} holds for an app that exists, whatever its etag. */
  static void requireAny(Write write, LiveApp live, Progress progress) {
    boolean asked = WriteOptions.ANY_ETAG.equals(write.options().etag());
    if (asked && live.deployment() == null && !progress.hasEffect()) {
      throw AppException.of(
          ErrorCode.ETAG_MISMATCH,
          "App '%s' does not exist in namespace '%s', and the request asks for any existing one."
              .formatted(write.name().app(), write.name().namespace()));
    }
  }

  /** Not asked again once this write has changed something: then the etag is another by itself. */
  private static void requireEtag(Write write, LiveApp live, Progress progress) {
    String wanted = write.options().etag();
    if (wanted == null || wanted.equals(WriteOptions.ANY_ETAG) || progress.hasEffect()) {
      return;
    }
    String found = etag(live);
    if (!wanted.equals(found)) {
      throw AppException.of(
          ErrorCode.ETAG_MISMATCH,
          found == null
              ? "The app does not exist, so it can't have the etag %s.".formatted(wanted)
              : "The app changed since the etag %s was read; it has %s now: read it again."
                  .formatted(wanted, found));
    }
  }

  private static @Nullable String etag(LiveApp live) {
    ObservedApp found = live.desired();
    return found == null ? null : found.etag();
  }
}
