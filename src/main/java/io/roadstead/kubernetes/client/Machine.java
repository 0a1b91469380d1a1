// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * The properties of the machine that determine the connection.
 *
 * @param environment the environment variables
 * @param home the user's home directory
 * @param account the mounted service account
 * @param clock determines when credentials expire
 */
record Machine(
    Map<String, String> environment, Path home, ServiceAccountFiles account, Clock clock) {

  static Machine ofThisProcess(Clock clock) {
    return new Machine(
        System.getenv(),
        Path.of(System.getProperty("user.home")),
        ServiceAccountFiles.MOUNTED,
        clock);
  }

  /** The environment may contain secrets, so it is omitted. */
  @Override
  public String toString() {
    return "Machine[" + home + "]";
  }
}
