// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the program of a kubeconfig's command as kubectl does. */
final class PluginFile {
  private static final List<String> ENDINGS =
      File.separatorChar == '\\' ? List.of("", ".exe", ".cmd", ".bat") : List.of("");

  private PluginFile() {}

  /**
   * A command with a directory is relative to the kubeconfig's directory; any other is searched on
   * the path. Empty when there is no such program.
   *
   * @param folder the kubeconfig's directory
   * @param path the value of {@code PATH}; null when it is not set
   */
  static Optional<Path> find(String command, Path folder, @Nullable String path) {
    if (command.contains("/") || command.contains(File.separator)) {
      return candidates(folder, command).findFirst();
    }
    // Relative directories of the path would depend on the working directory of this service.
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(path == null ? "" : path)
        .filter(part -> !part.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute)
        .flatMap(part -> candidates(part, command))
        .findFirst();
  }

  private static Stream<Path> candidates(Path folder, String command) {
    return ENDINGS.stream()
        .map(ending -> folder.resolve(command + ending).toAbsolutePath().normalize())
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
  }
}
