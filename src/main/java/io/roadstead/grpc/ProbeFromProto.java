// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.roadstead.app.Probe;
import io.roadstead.app.Violations;
import io.roadstead.v1.HttpProbe;
import java.util.List;

/** Reads a probe. */
final class ProbeFromProto {
  private ProbeFromProto() {}

  static Probe fromProto(io.roadstead.v1.Probe probe, Violations violations, String at) {
    return new Probe(
        action(probe, violations, at),
        probe.hasInitialDelaySeconds() ? probe.getInitialDelaySeconds() : null,
        probe.hasPeriodSeconds() ? probe.getPeriodSeconds() : null,
        probe.hasTimeoutSeconds() ? probe.getTimeoutSeconds() : null,
        probe.hasSuccessThreshold() ? probe.getSuccessThreshold() : null,
        probe.hasFailureThreshold() ? probe.getFailureThreshold() : null);
  }

  private static Probe.Action action(
      io.roadstead.v1.Probe probe, Violations violations, String at) {
    return switch (probe.getActionCase()) {
      case HTTP -> http(probe.getHttp());
      case TCP -> new Probe.TcpConnect(probe.getTcp().getPort());
      case GRPC -> new Probe.GrpcCheck(probe.getGrpc().getPort(), probe.getGrpc().getService());
      case EXEC -> new Probe.Exec(List.copyOf(probe.getExec().getCommandList()));
      case ACTION_NOT_SET -> {
        violations.check(false, at, "0 actions", Probe.ACTION_RULE);
        yield new Probe.Exec(List.of());
      }
    };
  }

  private static Probe.HttpGet http(HttpProbe http) {
    String path = http.getPath().isEmpty() ? "/" : http.getPath();
    return new Probe.HttpGet(path, http.getPort(), http.getHttps());
  }
}
