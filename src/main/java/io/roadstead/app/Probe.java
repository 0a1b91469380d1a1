// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the cluster checks whether a container has started, is ready or is alive (Kubernetes:
 * "Configure Liveness, Readiness and Startup Probes").
 *
 * @param action the action
 * @param initialDelaySeconds before the first probe, from 0; default 0
 * @param periodSeconds between probes, from 1; default 10
 * @param timeoutSeconds for each probe, from 1; default 1
 * @param successThreshold successes in a row that count, from 1; default 1
 * @param failureThreshold failures in a row that count, from 1; default 3
 */
public record Probe(
    Action action,
    @Nullable Integer initialDelaySeconds,
    @Nullable Integer periodSeconds,
    @Nullable Integer timeoutSeconds,
    @Nullable Integer successThreshold,
    @Nullable Integer failureThreshold) {

  /** The action of a probe. */
  public sealed interface Action {}

  /**
   * An HTTP GET; a status from 200 to 399 is a success.
   *
   * @param path absolute path, default {@code /}
   * @param port number or name of a container port
   * @param https whether to speak TLS (the certificate is not checked)
   */
  public record HttpGet(String path, String port, boolean https) implements Action {}

  /**
   * A TCP connection; it succeeds when the connection is accepted.
   *
   * @param port number or name of a container port
   */
  public record TcpConnect(String port) implements Action {}

  /**
   * A call of {@code grpc.health.v1.Health/Check}.
   *
   * @param port number of the container port
   * @param service the service to check, or empty for the server as a whole
   */
  public record GrpcCheck(int port, String service) implements Action {}

  /**
   * A command in the container; exit code 0 is a success.
   *
   * @param command the program and its arguments, without a shell
   */
  public record Exec(List<String> command) implements Action {
    public Exec {
      command = List.copyOf(command);
    }
  }

  void check(Violations violations, String at, List<ContainerPort> ports) {
    if (action instanceof HttpGet http) {
      violations.check(
          http.path().startsWith("/"), at + ".http.path", http.path(), Messages.PROBE_PATH);
      PortReference.check(violations, at + ".http.port", http.port(), ports);
    } else if (action instanceof TcpConnect tcp) {
      PortReference.check(violations, at + ".tcp.port", tcp.port(), ports);
    } else if (action instanceof GrpcCheck grpc) {
      violations.range(at + ".grpc.port", grpc.port(), WholeNumber.GRPC_PORT);
    } else if (action instanceof Exec exec) {
      violations.check(
          !exec.command().isEmpty(), at + ".exec.command", null, Messages.empty(Messages.COMMAND));
    }
    checkNumbers(violations, at);
  }

  private void checkNumbers(Violations violations, String at) {
    violations.range(at + ".initialDelaySeconds", initialDelaySeconds, WholeNumber.INITIAL_DELAY);
    violations.range(at + ".periodSeconds", periodSeconds, WholeNumber.PERIOD);
    violations.range(at + ".timeoutSeconds", timeoutSeconds, WholeNumber.TIMEOUT);
    violations.range(at + ".successThreshold", successThreshold, WholeNumber.SUCCESS_THRESHOLD);
    violations.range(at + ".failureThreshold", failureThreshold, WholeNumber.FAILURE_THRESHOLD);
  }
}
