// SPDX-License-Identifier: Apache-2.0
package io.roadstead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The control plane's executables of one version, as {@code src/test/cluster/build} lays them out:
 * {@code k8s/<version>-<os>-<arch>/<name>}.
 */
record Binaries(Path folder) {

  private static final List<String> NAMES =
      List.of(
          "etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubectl", "kwok");

  /** The newest complete set below a folder; empty if there is none. */
  static Optional<Binaries> in(Path root) {
    Path versions = root.resolve("k8s");
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(versions)) {
      return folders
          .map(Binaries::new)
          .filter(Binaries::isComplete)
          .max(Comparator.comparing(binaries -> Runtime.Version.parse(binaries.version())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  String version() {
    String name = folder.getFileName().toString();
    return name.substring(0, name.indexOf('-'));
  }

  private boolean isComplete() {
    return NAMES.stream().map(this::path).allMatch(Files::isExecutable);
  }
}
