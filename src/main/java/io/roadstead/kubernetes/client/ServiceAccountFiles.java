// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The service account that Kubernetes mounts into pods.
 *
 * @param folder where it is mounted
 */
record ServiceAccountFiles(Path folder) {
  static final ServiceAccountFiles MOUNTED =
      new ServiceAccountFiles(Path.of("/var/run/secrets/kubernetes.io/serviceaccount"));

  boolean exist() {
    return Files.isReadable(tokenFile()) && Files.isReadable(certificate());
  }

  Path certificate() {
    return folder.resolve("ca.crt");
  }

  /** The token as it is now: the kubelet replaces it before it expires. */
  String token() {
    try {
      return Files.readString(tokenFile()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path tokenFile() {
    return folder.resolve("token");
  }
}
