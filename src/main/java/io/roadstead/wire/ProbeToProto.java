// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.app.Probe;
import io.roadstead.v1.ExecProbe;
import io.roadstead.v1.GrpcProbe;
import io.roadstead.v1.HttpProbe;
import io.roadstead.v1.TcpProbe;

/** Maps probes to messages. */
final class ProbeToProto {
  private ProbeToProto() {}

  static io.roadstead.v1.Probe toProto(Probe probe) {
    var builder = io.roadstead.v1.Probe.newBuilder();
    setAction(probe.action(), builder);
    Fields.set(probe.initialDelaySeconds(), builder::setInitialDelaySeconds);
    Fields.set(probe.periodSeconds(), builder::setPeriodSeconds);
    Fields.set(probe.timeoutSeconds(), builder::setTimeoutSeconds);
    Fields.set(probe.successThreshold(), builder::setSuccessThreshold);
    Fields.set(probe.failureThreshold(), builder::setFailureThreshold);
    Fields.set(probe.gracePeriodSeconds(), builder::setGracePeriodSeconds);
    return builder.build();
  }

  private static void setAction(Probe.Action action, io.roadstead.v1.Probe.Builder builder) {
    if (action instanceof Probe.HttpGet get) {
      var http =
          HttpProbe.newBuilder().setPath(get.path()).setPort(get.port()).setHttps(get.https());
      SettingsMessages.toProto(get.settings(), http);
      builder.setHttp(http);
    } else if (action instanceof Probe.TcpConnect connect) {
      var tcp = TcpProbe.newBuilder().setPort(connect.port());
      SettingsMessages.toProto(connect.settings(), tcp);
      builder.setTcp(tcp);
    } else if (action instanceof Probe.GrpcCheck check) {
      builder.setGrpc(GrpcProbe.newBuilder().setPort(check.port()).setService(check.service()));
    } else if (action instanceof Probe.Exec run) {
      builder.setExec(ExecProbe.newBuilder().addAllCommand(run.command()));
    }
  }
}
