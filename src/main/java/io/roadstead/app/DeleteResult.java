// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.List;

/**
 * The result of a delete.
 *
 * @param name the app
 * @param complete whether everything is gone; otherwise, the rest is deleted in the background
 * @param objects the result per object
 * @param warnings what was accepted but is likely not intended
 */
public record DeleteResult(
    AppName name, boolean complete, List<ObjectResult> objects, List<Warning> warnings) {
  public DeleteResult {
    objects = List.copyOf(objects);
    warnings = List.copyOf(warnings);
  }
}
