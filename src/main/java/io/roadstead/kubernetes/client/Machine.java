// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What of the machine decides on the connection.
 *
 * @param environment the environment variables
 * @param home the user's home folder
 * @param account the mounted service account
 * @param clock tells when credentials expire
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

  /** The environment may hold secrets, so it stays out. */
  @Override
  public String toString() {
    return "Machine[" + home + "]";
  }
}
