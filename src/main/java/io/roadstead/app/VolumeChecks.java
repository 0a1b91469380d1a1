// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules of volumes and of their mounts. */
final class VolumeChecks {
  /** Of a ConfigMap (Kubernetes: MaxSecretSize). */
  private static final int MOST_BYTES = 1_048_576;

  private static final int LONGEST_PATH = 253;

  private VolumeChecks() {}

  static void check(Violations violations, AppSpec spec) {
    Set<String> names = new HashSet<>();
    violations.each(
        "volumes",
        spec.settings().groups("volumes"),
        (volume, at) -> {
          String name = volume.text("name");
          violations.check(
              name == null || names.add(name), at + ".name", name, Messages.SAME_VOLUME);
          if (volume.has("claim")) {
            checkClaim(violations, at + ".claim", volume.group("claim"));
          }
          if (volume.has("ephemeral")) {
            checkSize(violations, at + ".ephemeral.size", volume.group("ephemeral").text("size"));
          }
          if (volume.has("config")) {
            checkConfig(violations, at + ".config", volume.group("config"));
          }
        });
    checkMounts(violations, "containers", spec.containers());
    checkMounts(violations, "initContainers", spec.initContainers());
  }

  private static void checkClaim(Violations violations, String at, Settings claim) {
    String size = claim.text("size");
    if (size == null) {
      if (!claim.has("name")) {
        violations.missing(at + ".name", Messages.CLAIM);
      }
      return;
    }
    checkSize(violations, at + ".size", size);
  }

  private static void checkSize(Violations violations, String at, @Nullable String size) {
    if (size == null) {
      return;
    }
    BigDecimal amount = Quantity.isValid(size) ? new Quantity(size).amount() : null;
    violations.check(amount != null && amount.signum() > 0, at, size, Messages.CLAIM_SIZE);
  }

  private static void checkConfig(Violations violations, String at, Settings config) {
    Map<String, String> files = config.texts("files");
    if (!config.has("name") && files.isEmpty()) {
      violations.missing(at + ".name", Messages.CONFIG);
      return;
    }
    if (files.isEmpty()) {
      return;
    }
    violations.check(
        !config.has("name"), at + ".files", null, Messages.onlyOne(List.of("name", "files")));
    long bytes = 0;
    for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
      String path = file.getKey();
      bytes += bytes(path) + bytes(file.getValue());
      violations.check(isPath(path), at + ".files", path, Messages.FILE_PATH);
      String directory = directoryAmong(files.keySet(), path);
      violations.check(directory == null, at + ".files", path, Messages.fileIsDirectory(directory));
    }
    violations.check(
        bytes <= MOST_BYTES, at + ".files", null, Messages.bytesOfFiles(bytes, MOST_BYTES));
    violations.each(
        at + ".items",
        config.groups("items"),
        (item, path) ->
            violations.check(
                files.containsKey(item.word("key")),
                path + ".key",
                item.text("key"),
                Messages.NO_SUCH_FILE));
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isPath(String path) {
    if (path.length() > LONGEST_PATH) {
      return false;
    }
    for (String element : path.split("/", -1)) {
      if (!Syntax.isConfigKey(element)) {
        return false;
      }
    }
    return true;
  }

  /** Another file whose path is a directory of this one; null when there is none. */
  private static @Nullable String directoryAmong(Set<String> paths, String path) {
    for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
      if (paths.contains(path.substring(0, end))) {
        return path.substring(0, end);
      }
    }
    return null;
  }

  private static void checkMounts(Violations violations, String field, List<Container> containers) {
    violations.each(
        field,
        containers,
        (container, at) -> {
          Set<String> paths = new HashSet<>();
          violations.each(
              at + ".volumeMounts",
              container.settings().groups("volumeMounts"),
              (mount, where) -> checkMount(violations, where, mount, paths));
        });
  }

  private static void checkMount(
      Violations violations, String at, Settings mount, Set<String> paths) {
    String path = mount.text("path");
    violations.check(path == null || paths.add(path), at + ".path", path, Messages.SAME_MOUNT);
    String expression = mount.text("subPathExpr");
    boolean both = isGiven(mount.text("subPath")) && isGiven(expression);
    violations.check(!both, at + ".subPathExpr", expression, Messages.togetherWith("subPath"));
  }

  private static boolean isGiven(@Nullable String text) {
    return text != null && !text.isEmpty();
  }
}
