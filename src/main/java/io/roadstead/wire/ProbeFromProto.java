// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.app.Messages;
import io.roadstead.app.Probe;
import io.roadstead.app.Violations;
import io.roadstead.app.WholeNumber;
import io.roadstead.v1.HttpProbe;
import java.util.List;

/** Reads a probe. */
final class ProbeFromProto {
  private static final SettingsMessages HTTP = SettingsMessages.allBut("path", "port", "https");
  private static final SettingsMessages TCP = SettingsMessages.allBut("port");

  private ProbeFromProto() {}

  static Probe fromProto(io.roadstead.v1.Probe probe, Violations violations, String at) {
    return new Probe(
        action(probe, violations, at),
        probe.hasInitialDelaySeconds() ? probe.getInitialDelaySeconds() : null,
        probe.hasPeriodSeconds() ? probe.getPeriodSeconds() : null,
        probe.hasTimeoutSeconds() ? probe.getTimeoutSeconds() : null,
        probe.hasSuccessThreshold() ? probe.getSuccessThreshold() : null,
        probe.hasFailureThreshold() ? probe.getFailureThreshold() : null,
        probe.hasGracePeriodSeconds() ? probe.getGracePeriodSeconds() : null);
  }

  private static Probe.Action action(
      io.roadstead.v1.Probe probe, Violations violations, String at) {
    return switch (probe.getActionCase()) {
      case HTTP -> http(probe.getHttp(), violations, at + ".http");
      case TCP ->
          new Probe.TcpConnect(
              violations.required(
                  at + ".tcp.port",
                  ProtoFields.optional(probe.getTcp().getPort()),
                  Messages.PORT_OF_CONTAINER),
              TCP.fromProto(probe.getTcp(), violations, at + ".tcp"));
      case GRPC ->
          new Probe.GrpcCheck(
              violations.required(
                  at + ".grpc.port",
                  ProtoFields.optional(probe.getGrpc().getPort()),
                  WholeNumber.GRPC_PORT),
              probe.getGrpc().getService());
      case EXEC -> {
        if (probe.getExec().getCommandCount() == 0) {
          violations.missing(at + ".exec.command", Messages.COMMAND);
        }
        yield new Probe.Exec(List.copyOf(probe.getExec().getCommandList()));
      }
      case ACTION_NOT_SET -> {
        violations.check(false, at, null, Messages.probeAction(List.of()));
        yield new Probe.Exec(List.of());
      }
    };
  }

  private static Probe.HttpGet http(HttpProbe http, Violations violations, String at) {
    String path = http.getPath().isEmpty() ? "/" : http.getPath();
    String port =
        violations.required(
            at + ".port", ProtoFields.optional(http.getPort()), Messages.PORT_OF_CONTAINER);
    return new Probe.HttpGet(path, port, http.getHttps(), HTTP.fromProto(http, violations, at));
  }
}
