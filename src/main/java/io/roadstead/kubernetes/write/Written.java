// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.ObjectResult;
import io.roadstead.app.Warning;
import io.roadstead.kubernetes.model.ObservedApp;
import java.util.List;

/**
 * The result of a write.
 *
 * @param app the app after the write; in a dry run, as it would be
 * @param created whether the app did not exist before
 * @param objects result per object, in the order in which they were written
 * @param warnings what was accepted but is likely not intended
 */
public record Written(
    ObservedApp app, boolean created, List<ObjectResult> objects, List<Warning> warnings) {
  public Written {
    objects = List.copyOf(objects);
    warnings = List.copyOf(warnings);
  }
}
