// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.AppName;
import io.roadstead.app.Caller;
import io.roadstead.app.WriteOptions;
import io.roadstead.kubernetes.client.Deadline;

/**
 * One write, as its caller asked for it.
 *
 * @param caller on whose behalf
 * @param name the app
 * @param options how
 * @param deadline until when all of it must be done
 */
record Write(Caller caller, AppName name, WriteOptions options, Deadline deadline) {
  boolean dryRun() {
    return options.validateOnly();
  }

  /** How errors and results name an object of the app. */
  String object(String kind) {
    return kind + "/" + name.app();
  }
}
