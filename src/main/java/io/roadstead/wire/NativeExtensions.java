// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.google.api.FieldBehavior;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Keeps in a native executable what protobuf looks up by reflection: the values of the enum of a
 * field option that {@link FieldLimits} reads.
 */
@RegisterForReflection(targets = FieldBehavior.class)
final class NativeExtensions {
  private NativeExtensions() {}
}
