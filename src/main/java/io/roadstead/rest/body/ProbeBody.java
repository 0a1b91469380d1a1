// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Messages;
import io.roadstead.app.Probe;
import io.roadstead.app.Violations;
import io.roadstead.app.WholeNumber;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Probe} as JSON. */
public record ProbeBody(
    @Nullable HttpProbeBody http,
    @Nullable TcpProbeBody tcp,
    @Nullable GrpcProbeBody grpc,
    @Nullable ExecProbeBody exec,
    @Nullable Integer initialDelaySeconds,
    @Nullable Integer periodSeconds,
    @Nullable Integer timeoutSeconds,
    @Nullable Integer successThreshold,
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
