// SPDX-License-Identifier: Apache-2.0
package io.roadstead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The file {@code <executable>.pid} that says which process is ours. */
record PidFile(Path path) {

  void write(Process process) {
    try {
      Files.writeString(path, Long.toString(process.pid()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process, if it is still there and its number was not given to another program since. */
  Optional<ProcessHandle> process() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(path)))
          .filter(ProcessHandle::isAlive)
          .filter(this::isOurs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process at once, as a lost machine would, and waits until it is gone. */
  void kill() {
    process()
        .ifPresent(
            process -> {
              process.destroyForcibly();
              // Not forever: where nobody reaps orphans, a killed one stays listed.
              process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
            });
  }

  private boolean isOurs(ProcessHandle process) {
    String executable = path.getFileName().toString().replace(".pid", "");
    return process.info().command().filter(path -> path.endsWith("/" + executable)).isPresent();
  }
}
