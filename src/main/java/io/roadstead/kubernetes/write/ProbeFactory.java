// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.roadstead.app.Probe;
import org.jspecify.annotations.Nullable;

/** Builds probes; what is not given is left to the API server's defaults. */
final class ProbeFactory {
  private ProbeFactory() {}

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
            .withFailureThreshold(probe.failureThreshold());
    return withAction(builder, probe.action()).build();
  }

  private static ProbeBuilder withAction(ProbeBuilder builder, Probe.Action action) {
    if (action instanceof Probe.HttpGet http) {
      return builder
          .withNewHttpGet()
          .withPath(http.path())
          .withPort(port(http.port()))
          .withScheme(http.https() ? "HTTPS" : "HTTP")
          .endHttpGet();
    }
    if (action instanceof Probe.TcpConnect tcp) {
      return builder.withNewTcpSocket().withPort(port(tcp.port())).endTcpSocket();
    }
    if (action instanceof Probe.GrpcCheck grpc) {
      return builder.withNewGrpc().withPort(grpc.port()).withService(grpc.service()).endGrpc();
    }
    if (action instanceof Probe.Exec exec) {
      return builder.withNewExec().withCommand(exec.command()).endExec();
    }
    throw new IllegalStateException("unknown action " + action.getClass());
  }

  /** A number stays a number; a name stays a name. */
  static IntOrString port(String reference) {
    boolean number = reference.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? new IntOrString(Integer.parseInt(reference)) : new IntOrString(reference);
  }
}
