// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The behavior of containers of an image. An image is recognized by the last component of its
 * repository or by its tag.
 *
 * @param name the name that selects this behavior
 * @param pullFailure why the image can't be pulled; %s stands for its full name
 * @param startFailure why its process can't be started
 * @param pullsFor additional time to pull
 * @param exit how the process exits by itself, in every container
 * @param ready whether its readiness probe succeeds; an init container that is not ready runs on
 * @param live whether its liveness probe succeeds
 */
record ImageBehavior(
    String name,
    @Nullable String pullFailure,
    @Nullable String startFailure,
    Duration pullsFor,
    @Nullable Exit exit,
    boolean ready,
    boolean live) {

  /** The end of a process: exit code, time, and last output. */
  record Exit(int code, String reason, Duration after, List<String> lastWords) {}

  private static final String RESOLVE =
      "failed to pull and unpack image \"%1$s\": failed to resolve reference \"%1$s\": ";

  static final ImageBehavior ORDINARY =
      new ImageBehavior("", null, null, Duration.ZERO, null, true, true);

  private static final Exit STEP_DONE = new Exit(0, "Completed", Duration.ofSeconds(1), List.of());

  /** All special behaviors. */
  static final List<ImageBehavior> TABLE =
      List.of(
          unpullable(
              "no-such-image", "rpc error: code = NotFound desc = " + RESOLVE + "%1$s: not found"),
          unpullable(
              "private-image",
              "rpc error: code = Unknown desc = "
                  + RESOLVE
                  + "pull access denied, repository does not exist or may require authorization:"
                  + " server message: insufficient_scope: authorization failed"),
          unstartable(
              "bad-command",
              "failed to create containerd task: failed to create shim task: OCI runtime create"
                  + " failed: runc create failed: unable to start container process: error during"
                  + " container init: exec: \"%s\": executable file not found in $PATH"),
          exiting("crash", new Exit(1, "Error", Duration.ofSeconds(1), crashWords())),
          exiting("oom", new Exit(137, "OOMKilled", Duration.ofSeconds(1), memoryWords())),
          exiting(
              "completes",
              new Exit(0, "Completed", Duration.ofSeconds(1), List.of("Nothing left to do"))),
          new ImageBehavior("never-ready", null, null, Duration.ZERO, null, false, true),
          new ImageBehavior("not-live", null, null, Duration.ZERO, null, true, false),
          new ImageBehavior("slow", null, null, Duration.ofSeconds(30), null, true, true));

  static ImageBehavior of(ImageReference image) {
    return TABLE.stream()
        .filter(b -> b.name.equals(image.lastComponent()) || b.name.equals(image.tag()))
        .findFirst()
        .orElse(ORDINARY);
  }

  /**
   * How the process exits by itself in a container of the given role.
   *
   * @param step whether it is an init container that has to end before the others start
   */
  @Nullable Exit exit(boolean step) {
    return exit == null && step && ready ? STEP_DONE : exit;
  }

  private static ImageBehavior unpullable(String name, String failure) {
    return new ImageBehavior(name, failure, null, Duration.ZERO, null, true, true);
  }

  private static ImageBehavior unstartable(String name, String failure) {
    return new ImageBehavior(name, null, failure, Duration.ZERO, null, true, true);
  }

  private static ImageBehavior exiting(String name, Exit exit) {
    return new ImageBehavior(name, null, null, Duration.ZERO, exit, true, true);
  }

  private static List<String> crashWords() {
    return List.of(
        "Error: cannot reach the database at db:5432: connection refused", "Exiting with code 1");
  }

  private static List<String> memoryWords() {
    return List.of("Loading the catalogue into memory", "Loaded 1200000 of 5000000 entries");
  }
}
