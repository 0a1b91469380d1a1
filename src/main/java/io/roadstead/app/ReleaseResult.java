// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.List;

/**
 * The result of letting go of an app.
 *
 * @param name the app
 * @param objects the result per object
 * @param warnings what was accepted but is likely not intended
 */
public record ReleaseResult(AppName name, List<ObjectResult> objects, List<Warning> warnings) {
  public ReleaseResult {
    objects = List.copyOf(objects);
    warnings = List.copyOf(warnings);
  }
}
