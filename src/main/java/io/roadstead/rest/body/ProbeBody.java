// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Messages;
import io.roadstead.app.Probe;
import io.roadstead.app.Violations;
import io.roadstead.app.WholeNumber;
import java.util.ArrayList;
import java.util.List;
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

  Probe toProbe(Violations violations, String at) {
    List<String> actions = actions();
    violations.check(actions.size() == 1, at, null, Messages.probeAction(actions));
    return new Probe(
        toAction(violations, at),
        initialDelaySeconds,
        periodSeconds,
        timeoutSeconds,
        successThreshold,
        failureThreshold);
  }

  private List<String> actions() {
    List<String> actions = new ArrayList<>();
    if (http != null) {
      actions.add("http");
    }
    if (tcp != null) {
      actions.add("tcp");
    }
    if (grpc != null) {
      actions.add("grpc");
    }
    if (exec != null) {
      actions.add("exec");
    }
    return actions;
  }

  private Probe.Action toAction(Violations violations, String at) {
    if (http != null) {
      return http.toAction(violations, at + ".http");
    }
    if (tcp != null) {
      return new Probe.TcpConnect(
          violations.required(at + ".tcp.port", tcp.port(), Messages.PORT_OF_CONTAINER));
    }
    if (grpc != null) {
      return new Probe.GrpcCheck(
          violations.required(at + ".grpc.port", grpc.port(), WholeNumber.GRPC_PORT),
          Fields.text(grpc.service()));
    }
    return new Probe.Exec(
        exec == null
            ? List.of()
            : violations.required(at + ".exec.command", exec.command(), Messages.COMMAND));
  }
}
