// SPDX-License-Identifier: Apache-2.0
package io.roadstead.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Where one cluster keeps its data (a temporary folder) and its logs (below {@code target}). */
record ClusterHome(Path root) {

  private static final Logger LOG = Logger.getLogger(ClusterHome.class);
  private static final String PREFIX = "roadstead-cluster-";

  static ClusterHome create() {
    try {
      ClusterHome home = new ClusterHome(Files.createTempDirectory(PREFIX));
      Files.writeString(home.owner(), Long.toString(ProcessHandle.current().pid()));
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the clusters whose JVM had no chance to, as under {@code kill -9}. */
  static void sweep() {
    try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      folders
          .filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
          .map(ClusterHome::new)
          .filter(ClusterHome::isAbandoned)
          .forEach(ClusterHome::close);
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("Another JVM sweeps the same clusters", e);
    }
  }

  Path etcdData() {
    return root.resolve("etcd");
  }

  /** The API server writes its own certificate here, and finds it again when it restarts. */
  Path certificates() {
    return root.resolve("certificates");
  }

  /** Leaf and issuer: what a client has to trust. */
  Path servingCertificate() {
    return certificates().resolve("apiserver.crt");
  }

  /** Written after the certificate, so once it is there both are. */
  Path servingKey() {
    return certificates().resolve("apiserver.key");
  }

  Path volumePlugins() {
    return root.resolve("volume-plugins");
  }

  Path tokens() {
    return root.resolve("tokens.csv");
  }

  Path serviceAccountKey() {
    return root.resolve("service-account.key");
  }

  Path serviceAccountPublicKey() {
    return root.resolve("service-account.pub");
  }

  Path ports() {
    return root.resolve("ports.properties");
  }

  Path stages() {
    return root.resolve("stages.yaml");
  }

  PidFile pidFile(String process) {
    return new PidFile(root.resolve(process + ".pid"));
  }

  private List<PidFile> pidFiles() {
    try (Stream<Path> files = Files.list(root)) {
      return files.filter(file -> file.toString().endsWith(".pid")).map(PidFile::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Outlives the cluster: what to read when a test fails. */
  Path logFile(String process) {
    return Path.of("target", "real-cluster", root.getFileName().toString(), process + ".log")
        .toAbsolutePath();
  }

  /** Ends all its processes and removes its data; the logs stay. Idempotent. */
  void close() {
    if (!Files.exists(root)) {
      return;
    }
    pidFiles().forEach(PidFile::kill);
    try (Stream<Path> files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path owner() {
    return root.resolve("owner");
  }

  private boolean isAbandoned() {
    if (!Files.isReadable(owner())) {
      return false;
    }
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(owner()))).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
