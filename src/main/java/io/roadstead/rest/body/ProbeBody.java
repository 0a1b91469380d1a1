// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Probe;
import io.roadstead.app.Violations;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link Probe} as JSON. */
@Schema(
    name = "Probe",
    description =
        "How the cluster asks a container whether it has started, is ready or is alive; exactly one"
            + " of `http`, `tcp`, `grpc` and `exec`.")
public record ProbeBody(
    @Schema(description = "An HTTP GET; an answer from 200 to 399 is a success.", nullable = true)
        @Nullable HttpProbeBody http,
    @Schema(description = "A TCP connection; being accepted is a success.", nullable = true)
        @Nullable TcpProbeBody tcp,
    @Schema(description = "A call of `grpc.health.v1.Health/Check`.", nullable = true)
        @Nullable GrpcProbeBody grpc,
    @Schema(description = "A command in the container; exit code 0 is a success.", nullable = true)
        @Nullable ExecProbeBody exec,
    @Schema(description = "Before the first probe. Default: 0.", minimum = "0", nullable = true)
        @Nullable Integer initialDelaySeconds,
    @Schema(description = "Between probes. Default: 10.", minimum = "1", nullable = true)
        @Nullable Integer periodSeconds,
    @Schema(description = "For each probe. Default: 1.", minimum = "1", nullable = true)
        @Nullable Integer timeoutSeconds,
    @Schema(
            description = "Successes in a row that count; 1 for startup and liveness. Default: 1.",
            minimum = "1",
            nullable = true)
        @Nullable Integer successThreshold,
    @Schema(
            description = "Failures in a row that count. Default: 3.",
            minimum = "1",
            nullable = true)
        @Nullable Integer failureThreshold) {

  static @Nullable ProbeBody of(@Nullable Probe probe) {
    if (probe == null) {
      return null;
    }
    Probe.Action action = probe.action();
    return new ProbeBody(
        action instanceof Probe.HttpGet get ? HttpProbeBody.of(get) : null,
        action instanceof Probe.TcpConnect connect ? new TcpProbeBody(connect.port()) : null,
        action instanceof Probe.GrpcCheck check
            ? new GrpcProbeBody(check.port(), check.service())
            : null,
        action instanceof Probe.Exec run ? new ExecProbeBody(run.command()) : null,
        probe.initialDelaySeconds(),
        probe.periodSeconds(),
        probe.timeoutSeconds(),
        probe.successThreshold(),
        probe.failureThreshold());
  }

  Probe toProbe(Violations violations, String at) {
    long actions = Stream.of(http, tcp, grpc, exec).filter(Objects::nonNull).count();
    violations.check(actions == 1, at, actions + " actions", Probe.ACTION_RULE);
    return new Probe(
        toAction(),
        initialDelaySeconds,
        periodSeconds,
        timeoutSeconds,
        successThreshold,
        failureThreshold);
  }

  private Probe.Action toAction() {
    if (http != null) {
      return http.toAction();
    }
    if (tcp != null) {
      return new Probe.TcpConnect(Fields.text(tcp.port()));
    }
    if (grpc != null) {
      return new Probe.GrpcCheck(Fields.number(grpc.port()), Fields.text(grpc.service()));
    }
    return new Probe.Exec(exec == null ? List.of() : Fields.list(exec.command()));
  }
}
