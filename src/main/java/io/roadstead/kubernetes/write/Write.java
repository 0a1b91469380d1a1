// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.AppName;
import io.roadstead.app.Caller;
import io.roadstead.app.WriteOptions;
import io.roadstead.kubernetes.client.Deadline;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One write, as its caller requested it.
 *
 * @param caller on whose behalf
 * @param name the app
 * @param options the options
 * @param deadline the deadline of the whole write
 * @param clusterWarnings the warnings of the API server so far, in order
 */
record Write(
    Caller caller,
    AppName name,
    WriteOptions options,
    Deadline deadline,
    Set<String> clusterWarnings) {
  Write(Caller caller, AppName name, WriteOptions options, Deadline deadline) {
    this(caller, name, options, deadline, new LinkedHashSet<>());
  }

  /** Adds a warning of the API server; each is kept once, also when it is repeated. */
  void warn(String warning) {
    clusterWarnings.add(warning);
  }

  boolean dryRun() {
    return options.validateOnly();
  }

  /** The name of an object of the app in errors and results. */
  String object(Part<?> part) {
    return part.object(name.app());
  }

  /** The same write as a dry run. */
  Write asDryRun() {
    var dry =
        new WriteOptions(
            options.etag(), options.createOnly(), true, options.force(), options.adopt());
    return new Write(caller, name, dry, deadline, clusterWarnings);
  }
}
