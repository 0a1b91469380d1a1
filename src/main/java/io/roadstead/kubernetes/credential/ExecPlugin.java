// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.api.model.ExecEnvVar;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The credential plugin of a kubeconfig's user, run as kubectl runs it. Its standard output is
 * never shown.
 *
 * @param exec its entry in the kubeconfig
 * @param cluster its cluster, with absolute paths
 * @param folder the kubeconfig's directory
 * @param environment the environment variables of this service
 * @param timeout maximum duration of one run
 */
public record ExecPlugin(
    ExecConfig exec,
    Cluster cluster,
    Path folder,
    Map<String, String> environment,
    Duration timeout)
    implements CredentialSource {

  @Override
  public Credential fetch(@Nullable Credential previous) {
    if ("Always".equals(exec.getInteractiveMode())) {
      throw unavailable(
          "needs a terminal (interactiveMode: Always), which this service does not have. Use a login"
              + " that does not prompt."
              + InstallHints.withoutPeople(exec.getCommand(), args()),
          null);
    }
    List<String> command = new ArrayList<>(List.of(program().toString()));
    command.addAll(args());
    return credential(run(command));
  }

  @Override
  public String description() {
    return "the credential plugin '" + exec.getCommand() + "'";
  }

  private Path program() {
    return PluginFile.find(exec.getCommand(), folder, environment.get("PATH"))
        .orElseThrow(
            () ->
                unavailable(
                    (exec.getCommand().contains("/") ? "does not exist" : "is not on the PATH")
                        + " where Roadstead runs. "
                        + hint(),
                    null));
  }

  private String hint() {
    String own = exec.getInstallHint();
    return own == null || own.isBlank()
        ? InstallHints.hint(exec.getCommand(), args())
        : Excerpt.ofPublic(own);
  }

  private PluginProcess run(List<String> command) {
    try {
      return PluginProcess.run(command, variables(), timeout);
    } catch (IOException e) {
      throw unavailable("can't be started. " + hint(), e);
    } catch (TimeoutException e) {
      throw unavailable(
          "did not answer within %d s and was ended. There is no terminal here: use a login that does not prompt.%s"
              .formatted(
                  timeout.toSeconds(), InstallHints.withoutPeople(exec.getCommand(), args())),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("was interrupted", e);
    }
  }

  private Credential credential(PluginProcess ended) {
    if (ended.exitCode() != 0) {
      String said = Excerpt.of(ended.errors(), ended.output(), given().values());
      throw unavailable(
          "failed with exit code %d%s"
              .formatted(ended.exitCode(), said.isEmpty() ? "." : ": " + said),
          null);
    }
    try {
      return ExecAnswer.read(ended.output(), exec.getApiVersion());
    } catch (ExecAnswer.UnusableException e) {
      throw unavailable(e.getMessage() + ".", e);
    }
  }

  private Map<String, String> variables() {
    Map<String, String> result = new HashMap<>(environment);
    result.putAll(given());
    boolean tell = Boolean.TRUE.equals(exec.getProvideClusterInfo());
    result.put(ExecInfo.VARIABLE, ExecInfo.of(exec.getApiVersion(), tell ? cluster : null));
    return result;
  }

  private Map<String, String> given() {
    Map<String, String> result = new HashMap<>();
    for (ExecEnvVar variable : Objects.requireNonNullElse(exec.getEnv(), List.<ExecEnvVar>of())) {
      result.put(variable.getName(), Objects.requireNonNullElse(variable.getValue(), ""));
    }
    return result;
  }

  private List<String> args() {
    return Objects.requireNonNullElse(exec.getArgs(), List.of());
  }

  private AppException unavailable(String what, @Nullable Throwable cause) {
    String message = "The credential plugin '%s' %s".formatted(exec.getCommand(), what);
    return cause == null
        ? AppException.unavailable(message, null)
        : AppException.of(ErrorCode.CLUSTER_UNAVAILABLE, message, cause);
  }

  /** Arguments and variables may contain secrets, so they are omitted. */
  @Override
  public String toString() {
    return "ExecPlugin[" + exec.getCommand() + "]";
  }
}
