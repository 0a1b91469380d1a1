// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.roadstead.app.Probe;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads probes back into the app model. */
final class ProbeReader {
  private static final int DEFAULT_PERIOD_SECONDS = 10;
  private static final int DEFAULT_FAILURE_THRESHOLD = 3;

  private ProbeReader() {}

  static @Nullable Probe read(io.fabric8.kubernetes.api.model.@Nullable Probe probe) {
    Probe.Action action = probe == null ? null : action(probe);
    if (probe == null || action == null) {
      return null;
    }
    return new Probe(
        action,
        probe.getInitialDelaySeconds(),
        probe.getPeriodSeconds(),
        probe.getTimeoutSeconds(),
        probe.getSuccessThreshold(),
        probe.getFailureThreshold());
  }

  /** How long a probe may fail from the container's start on before Kubernetes acts on it. */
  static Duration patience(io.fabric8.kubernetes.api.model.@Nullable Probe probe) {
    if (probe == null) {
      return Duration.ZERO;
    }
    long period = orDefault(probe.getPeriodSeconds(), DEFAULT_PERIOD_SECONDS);
    long failures = orDefault(probe.getFailureThreshold(), DEFAULT_FAILURE_THRESHOLD);
    return Duration.ofSeconds(orDefault(probe.getInitialDelaySeconds(), 0) + period * failures);
  }

  static String port(@Nullable IntOrString port) {
    if (port == null) {
      return "";
    }
    return port.getStrVal() != null ? port.getStrVal() : String.valueOf(port.getIntVal());
  }

  private static Probe.@Nullable Action action(io.fabric8.kubernetes.api.model.Probe probe) {
    if (probe.getHttpGet() != null) {
      HTTPGetAction http = probe.getHttpGet();
      String path = Fields.orEmpty(http.getPath());
      return new Probe.HttpGet(
          path.isEmpty() ? "/" : path, port(http.getPort()), "HTTPS".equals(http.getScheme()));
    }
    if (probe.getTcpSocket() != null) {
      return new Probe.TcpConnect(port(probe.getTcpSocket().getPort()));
    }
    if (probe.getGrpc() != null) {
      return new Probe.GrpcCheck(
          Numbers.orZero(probe.getGrpc().getPort()), Fields.orEmpty(probe.getGrpc().getService()));
    }
    return probe.getExec() == null
        ? null
        : new Probe.Exec(Fields.orEmpty(probe.getExec().getCommand()));
  }

  private static long orDefault(@Nullable Integer number, int otherwise) {
    return number == null || number < 0 ? otherwise : number;
  }
}
