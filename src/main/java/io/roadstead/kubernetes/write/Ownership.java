// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.kubernetes.model.AppKeys;
import io.roadstead.kubernetes.model.AppLabels;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ownership of an object. */
final class Ownership {
  private static final String HELM_RELEASE = "meta.helm.sh/release-name";
  private static final String ARGO_TRACKING = "argocd.argoproj.io/tracking-id";

  private Ownership() {}

  static boolean isManaged(@Nullable HasMetadata object) {
    return object != null && AppLabels.isManaged(object.getMetadata());
  }

  /**
   * Whether a write takes an object over: one that is not managed yet, or one of which an earlier
   * attempt at the adoption was overtaken before it ended the ownership of others.
   */
  static boolean isAdopting(Write write, HasMetadata object) {
    return !isManaged(object)
        || (write.options().adopt() && Managers.of(object).stream().anyMatch(Managers::isPatch));
  }

  /** FAILED_PRECONDITION with the owner's name when the object belongs to another manager. */
  static void require(@Nullable HasMetadata object, String remedy) {
    if (object == null || isManaged(object)) {
      return;
    }
    throw AppException.of(
        ErrorCode.FAILED_PRECONDITION,
        "%s/%s is not managed by Roadstead%s. %s."
            .formatted(
                object.getKind(),
                object.getMetadata().getName(),
                owner(object).map("; it belongs to %s"::formatted).orElse(""),
                remedy));
  }

  /** FAILED_PRECONDITION when a controller made the object and would undo every change. */
  static void requireNoController(HasMetadata object) {
    controller(object)
        .ifPresent(
            owner -> {
              throw AppException.of(
                  ErrorCode.FAILED_PRECONDITION, WriteMessages.controlled(object, owner));
            });
  }

  /** The controller that made the object, such as a ScaledObject of KEDA. */
  static Optional<OwnerReference> controller(HasMetadata object) {
    return Objects.requireNonNullElse(
            object.getMetadata().getOwnerReferences(), List.<OwnerReference>of())
        .stream()
        .filter(owner -> Boolean.TRUE.equals(owner.getController()))
        .findFirst();
  }

  /** The creator of the object, if known. */
  static Optional<String> owner(HasMetadata object) {
    Map<String, String> annotations =
        Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.of());
    String release = annotations.get(HELM_RELEASE);
    if (release != null) {
      return Optional.of("the Helm release '" + release + "'");
    }
    String tracking = annotations.get(ARGO_TRACKING);
    if (tracking != null) {
      return Optional.of("Argo CD ('" + tracking + "')");
    }
    String managedBy = labels(object).get(AppKeys.MANAGED_BY);
    if (managedBy != null) {
      return Optional.of("'" + managedBy + "' (label " + AppKeys.MANAGED_BY + ")");
    }
    String managers =
        Managers.of(object).stream()
            .filter(Managers::isForeign)
            .map(ManagedFieldsEntry::getManager)
            .distinct()
            .collect(Collectors.joining("', '"));
    return managers.isEmpty() ? Optional.empty() : Optional.of("field manager '" + managers + "'");
  }

  private static Map<String, String> labels(HasMetadata object) {
    return Objects.requireNonNullElse(object.getMetadata().getLabels(), Map.of());
  }
}
