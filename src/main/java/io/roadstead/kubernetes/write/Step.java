// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.ObjectResult.Outcome;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One step of a write, on one object.
 *
 * @param object the object, as results name it
 * @param rehearsal a dry run that finds out beforehand whether the step would be refused; null when
 *     that is known or comes first anyway
 * @param action does it, and answers the app's objects as they are then
 */
record Step(String object, @Nullable Runnable rehearsal, UnaryOperator<Step.State> action) {

  /**
   * Where a write is.
   *
   * @param app the objects as they are now
   * @param outcome what the last step did
   */
  record State(LiveApp app, @Nullable Outcome outcome) {}
}
