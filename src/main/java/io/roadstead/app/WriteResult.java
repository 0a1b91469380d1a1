// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.List;

/**
 * The result of a write.
 *
 * @param app the app after the write; with validateOnly, the app as it would be
 * @param created whether the app did not exist before
 * @param objects result per Kubernetes object, in the order in which they were written
 * @param warnings what was accepted but is likely not intended
 */
public record WriteResult(
    App app, boolean created, List<ObjectResult> objects, List<Warning> warnings) {
  public WriteResult {
    objects = List.copyOf(objects);
    warnings = List.copyOf(warnings);
  }
}
