// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One run of a program without a terminal and without a shell: its arguments are passed as they
 * are.
 *
 * @param exitCode its exit code
 * @param output its standard output; contains secrets
 * @param errors its standard error
 */
record PluginProcess(int exitCode, String output, String errors) {
  private static final int MOST_BYTES = 1 << 20;

  /**
   * Runs it to its end, or terminates it.
   *
   * @param environment its complete environment
   * @throws IOException when it can't be started
   * @throws TimeoutException when it takes longer than {@code timeout}
   */
  static PluginProcess run(List<String> command, Map<String, String> environment, Duration timeout)
      throws IOException, TimeoutException, InterruptedException {
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      return finish(process, System.nanoTime() + timeout.toNanos());
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static PluginProcess finish(Process process, long end)
      throws TimeoutException, InterruptedException {
    CompletableFuture<String> output = read(process.getInputStream());
    CompletableFuture<String> errors = read(process.getErrorStream());
    if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      throw new TimeoutException();
    }
    // A child process that is still running may keep these open.
    return new PluginProcess(process.exitValue(), wait(output, end), wait(errors, end));
  }

  private static String wait(CompletableFuture<String> text, long end)
      throws TimeoutException, InterruptedException {
    try {
      return text.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      return "";
    }
  }

  private static CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(() -> readAll(stream), PluginProcess::inThread);
  }

  private static String readAll(InputStream stream) {
    try (stream) {
      String text = new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      stream.transferTo(OutputStream.nullOutputStream());
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void inThread(Runnable work) {
    var thread = new Thread(work, "roadstead-plugin");
    thread.setDaemon(true);
    thread.start();
  }

  /** Secrets are omitted. */
  @Override
  public String toString() {
    return "PluginProcess[exitCode=" + exitCode + "]";
  }
}
