// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition of an object.
 *
 * @param type e.g. {@code Progressing}
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param reason the Kubernetes reason; may be empty
 * @param message the Kubernetes message; may be empty
 * @param since when it last changed, or null
 */
public record Condition(
    String type, String status, String reason, String message, @Nullable Instant since) {

  public boolean isTrue() {
    return status.equals("True");
  }

  public boolean isFalse() {
    return status.equals("False");
  }

  /** The condition of the given type, if the object has it. */
  public static Optional<Condition> find(List<Condition> conditions, String type) {
    return conditions.stream().filter(condition -> condition.type().equals(type)).findFirst();
  }
}
