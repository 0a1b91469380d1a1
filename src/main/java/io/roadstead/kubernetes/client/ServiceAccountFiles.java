// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

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
    return Files.isReadable(token()) && Files.isReadable(certificate());
  }

  Path certificate() {
    return folder.resolve("ca.crt");
  }

  /** The file of the token, which the kubelet replaces before it expires. */
  Path token() {
    return folder.resolve("token");
  }
}
