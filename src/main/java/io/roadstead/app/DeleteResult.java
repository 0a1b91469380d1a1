// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.List;

/**
 * What a delete did.
 *
 * @param name the app
 * @param complete whether everything is gone; else the rest is going in the background
 * @param objects what went and what stays
 */
public record DeleteResult(AppName name, boolean complete, List<ObjectResult> objects) {
  public DeleteResult {
    objects = List.copyOf(objects);
  }
}
