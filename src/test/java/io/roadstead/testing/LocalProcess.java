// SPDX-License-Identifier: Apache-2.0
package io.roadstead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One executable of the control plane. Whether it runs is kept in a file beside its data, not in
 * this object: Quarkus loads test classes anew for each application, and each has to find the
 * processes that the first one started.
 */
record LocalProcess(Path binary, List<String> flags, PidFile pidFile, Path logFile) {

  LocalProcess {
    flags = List.copyOf(flags);
  }

  /** Starts it unless it runs already. */
  void start() {
    if (pidFile.process().isPresent()) {
      return;
    }
    List<String> command = new ArrayList<>(flags);
    command.add(0, binary.toString());
    try {
      Files.createDirectories(logFile.getParent());
      Process process =
          new ProcessBuilder(command)
              .directory(pidFile.path().getParent().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
              .start();
      pidFile.write(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it at once, as a lost machine would, and waits until it is gone. */
  void kill() {
    pidFile.kill();
  }

  /** Fails, naming the log, if it ended by itself. */
  void requireRunning() {
    if (pidFile.process().isEmpty()) {
      throw new IllegalStateException(
          binary.getFileName() + " ended by itself; its log is " + logFile);
    }
  }
}
