// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.ObjectResult;
import io.roadstead.kubernetes.model.ObservedApp;
import java.util.List;

/**
 * What a write did.
 *
 * @param app the app after the write; of a dry run, as it would be
 * @param created whether there was no such app before
 * @param objects result per object, in the order in which they were written
 */
public record Written(ObservedApp app, boolean created, List<ObjectResult> objects) {
  public Written {
    objects = List.copyOf(objects);
  }
}
