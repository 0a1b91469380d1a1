// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.List;

/**
 * What a write did.
 *
 * @param app the app after the write; with validateOnly, the app as it would be
 * @param created whether there was no such app before
 * @param objects result per Kubernetes object, in the order in which they were written
 */
public record WriteResult(App app, boolean created, List<ObjectResult> objects) {
  public WriteResult {
    objects = List.copyOf(objects);
  }
}
