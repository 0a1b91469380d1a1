// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HTTPGetActionBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import io.fabric8.kubernetes.api.model.TCPSocketActionBuilder;
import io.roadstead.app.Probe;
import io.roadstead.kubernetes.mapping.Mapping;
import io.roadstead.kubernetes.mapping.Trees;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A probe of an app's container; unset fields are left to the API server's defaults. */
final class ProbeMapping {
  private static final int DEFAULT_PERIOD_SECONDS = 10;
  private static final int DEFAULT_FAILURE_THRESHOLD = 3;

  private ProbeMapping() {}

  static io.fabric8.kubernetes.api.model.@Nullable Probe desired(@Nullable Probe probe) {
    if (probe == null) {
      return null;
    }
    var builder =
        new ProbeBuilder()
            .withInitialDelaySeconds(probe.initialDelaySeconds())
            .withPeriodSeconds(probe.periodSeconds())
            .withTimeoutSeconds(probe.timeoutSeconds())
            .withSuccessThreshold(probe.successThreshold())
            .withFailureThreshold(probe.failureThreshold())
            .withTerminationGracePeriodSeconds(probe.gracePeriodSeconds());
    return withAction(builder, probe.action()).build();
  }

  static @Nullable Probe observed(io.fabric8.kubernetes.api.model.@Nullable Probe probe) {
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
        probe.getFailureThreshold(),
        probe.getTerminationGracePeriodSeconds());
  }

  private static ProbeBuilder withAction(ProbeBuilder builder, Probe.Action action) {
    if (action instanceof Probe.HttpGet http) {
      return builder.withHttpGet(
          Mapping.HTTP_PROBE.with(
              new HTTPGetActionBuilder()
                  .withPath(http.path())
                  .withPort(port(http.port()))
                  .withScheme(http.https() ? "HTTPS" : "HTTP")
                  .build(),
              http.settings(),
              HTTPGetAction.class));
    }
    if (action instanceof Probe.TcpConnect tcp) {
      return builder.withTcpSocket(
          Mapping.TCP_PROBE.with(
              new TCPSocketActionBuilder().withPort(port(tcp.port())).build(),
              tcp.settings(),
              TCPSocketAction.class));
    }
    if (action instanceof Probe.GrpcCheck grpc) {
      return builder.withNewGrpc().withPort(grpc.port()).withService(grpc.service()).endGrpc();
    }
    if (action instanceof Probe.Exec exec) {
      return builder.withNewExec().withCommand(exec.command()).endExec();
    }
    throw new IllegalStateException("unknown action " + action.getClass());
  }

  private static Probe.@Nullable Action action(io.fabric8.kubernetes.api.model.Probe probe) {
    if (probe.getHttpGet() != null) {
      HTTPGetAction http = probe.getHttpGet();
      String path = Fields.orEmpty(http.getPath());
      return new Probe.HttpGet(
          path.isEmpty() ? "/" : path,
          port(http.getPort()),
          "HTTPS".equals(http.getScheme()),
          Mapping.HTTP_PROBE.of(Trees.of(http)));
    }
    if (probe.getTcpSocket() != null) {
      return new Probe.TcpConnect(
          port(probe.getTcpSocket().getPort()),
          Mapping.TCP_PROBE.of(Trees.of(probe.getTcpSocket())));
    }
    if (probe.getGrpc() != null) {
      return new Probe.GrpcCheck(
          Fields.orZero(probe.getGrpc().getPort()), Fields.orEmpty(probe.getGrpc().getService()));
    }
    return probe.getExec() == null
        ? null
        : new Probe.Exec(Fields.orEmpty(probe.getExec().getCommand()));
  }

  /** Numbers remain numbers, names remain names. */
  static IntOrString port(String reference) {
    boolean number = reference.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? new IntOrString(Integer.parseInt(reference)) : new IntOrString(reference);
  }

  static String port(@Nullable IntOrString port) {
    if (port == null) {
      return "";
    }
    return port.getStrVal() != null ? port.getStrVal() : String.valueOf(port.getIntVal());
  }

  /** How long after the container's start a probe may fail before Kubernetes acts on it. */
  static Duration patience(io.fabric8.kubernetes.api.model.@Nullable Probe probe) {
    if (probe == null) {
      return Duration.ZERO;
    }
    long period = orDefault(probe.getPeriodSeconds(), DEFAULT_PERIOD_SECONDS);
    long failures = orDefault(probe.getFailureThreshold(), DEFAULT_FAILURE_THRESHOLD);
    return Duration.ofSeconds(orDefault(probe.getInitialDelaySeconds(), 0) + period * failures);
  }

  private static long orDefault(@Nullable Integer number, int otherwise) {
    return number == null || number < 0 ? otherwise : number;
  }
}
