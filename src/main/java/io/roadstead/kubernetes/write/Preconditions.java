// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.Etags;
import io.roadstead.app.WriteOptions;
import io.roadstead.kubernetes.model.ObservedApp;
import org.jspecify.annotations.Nullable;

/** The preconditions for writing an app. */
final class Preconditions {
  private static final String ADOPT = "To take it over, deploy with adopt=true";

  private Preconditions() {}

  /** The Deployment of an app that must exist and be owned by Roadstead. */
  static Deployment requireOurs(Plan plan) {
    requireAny(plan);
    Deployment deployment = plan.live().deployment();
    if (deployment == null) {
      throw AppException.notFound(plan.write().name());
    }
    requireEtag(plan);
    Ownership.require(deployment, ADOPT);
    return deployment;
  }

  /** The Deployment of an app that must exist and be managed, so that it can be released. */
  static Deployment requireReleasable(Plan plan) {
    requireAny(plan);
    Deployment deployment = plan.live().deployment();
    if (deployment == null) {
      throw AppException.notFound(plan.write().name());
    }
    requireEtag(plan);
    if (!Ownership.isManaged(deployment)) {
      throw AppException.of(
          ErrorCode.FAILED_PRECONDITION, WriteMessages.nothingToRelease(deployment));
    }
    requireNotDeleting(deployment);
    return deployment;
  }

  /** An existing app must be owned by Roadstead or be adopted, and must not be being deleted. */
  static void requireDeployable(Plan plan) {
    requireAny(plan);
    requireEtag(plan);
    Deployment deployment = plan.live().deployment();
    if (deployment == null) {
      plan.write().name().requireNewName();
      return;
    }
    if (plan.write().options().createOnly()
        && !plan.progress().created(plan.write().object(Part.DEPLOYMENT))) {
      throw AppException.of(
          ErrorCode.ALREADY_EXISTS,
          "App '%s' already exists in namespace '%s'."
              .formatted(plan.write().name().app(), plan.write().name().namespace()));
    }
    requireNotDeleting(deployment);
    if (!plan.write().options().adopt()) {
      Ownership.require(deployment, ADOPT);
    }
  }

  static void requireNotDeleting(Deployment deployment) {
    if (deployment.getMetadata().getDeletionTimestamp() != null) {
      throw AppException.of(
          ErrorCode.FAILED_PRECONDITION,
          "App '%s' is being deleted. Repeat the request when it is gone."
              .formatted(deployment.getMetadata().getName()));
    }
  }

  /** RFC 9110, section 13.1.1: {@code *} holds for an app that exists, whatever its etag. */
  static void requireAny(Plan plan) {
    boolean asked = WriteOptions.ANY_ETAG.equals(plan.write().options().etag());
    if (asked && plan.live().deployment() == null && !plan.progress().hasEffect()) {
      throw AppException.of(
          ErrorCode.ETAG_MISMATCH,
          "App '%s' does not exist in namespace '%s', but the request requires that it does (etag *)."
              .formatted(plan.write().name().app(), plan.write().name().namespace()));
    }
  }

  /** Not checked again once this write has changed something, because the etag has changed too. */
  private static void requireEtag(Plan plan) {
    String wanted = plan.write().options().etag();
    if (wanted == null || wanted.equals(WriteOptions.ANY_ETAG) || plan.progress().hasEffect()) {
      return;
    }
    String found = etag(plan.live());
    if (!Etags.match(wanted, found)) {
      if (Etags.matchWeakly(wanted, found)) {
        throw AppException.of(
            ErrorCode.ETAG_MISMATCH,
            "The weak etag %s never matches a write. Send it without W/.".formatted(wanted));
      }
      throw AppException.of(
          ErrorCode.ETAG_MISMATCH,
          found == null
              ? "The app does not exist, so it can't have the etag %s.".formatted(wanted)
              : "The app changed since the etag %s was read; its etag is now %s. Read it again."
                  .formatted(wanted, found));
    }
  }

  private static @Nullable String etag(LiveApp live) {
    ObservedApp found = live.desired();
    return found == null ? null : found.etag();
  }
}
