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
 * @param gracePeriodSeconds time to terminate after a failed startup or liveness probe, from 1;
 *     default that of the pod
 */
public record Probe(
    Action action,
    @Nullable Integer initialDelaySeconds,
    @Nullable Integer periodSeconds,
    @Nullable Integer timeoutSeconds,
    @Nullable Integer successThreshold,
    @Nullable Integer failureThreshold,
    @Nullable Long gracePeriodSeconds) {

  /** A probe after whose failure the container has the pod's time to terminate. */
  public Probe(
      Action action,
      @Nullable Integer initialDelaySeconds,
      @Nullable Integer periodSeconds,
      @Nullable Integer timeoutSeconds,
      @Nullable Integer successThreshold,
      @Nullable Integer failureThreshold) {
    this(
        action,
        initialDelaySeconds,
        periodSeconds,
        timeoutSeconds,
        successThreshold,
        failureThreshold,
        null);
  }

  /** The action of a probe. */
  public sealed interface Action {}

  /**
   * An HTTP GET; a status from 200 to 399 is a success.
   *
   * @param path absolute path, default {@code /}
   * @param port number or name of a container port
   * @param https whether to speak TLS (the certificate is not checked)
   * @param settings host and headers
   */
  public record HttpGet(String path, String port, boolean https, Settings settings)
      implements Action {
    public HttpGet(String path, String port, boolean https) {
      this(path, port, https, Settings.NONE);
    }
  }

  /**
   * A TCP connection; it succeeds when the connection is accepted.
   *
   * @param port number or name of a container port
   * @param settings host
   */
  public record TcpConnect(String port, Settings settings) implements Action {
    public TcpConnect(String port) {
      this(port, Settings.NONE);
    }
  }

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
