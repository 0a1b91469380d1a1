// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.app.AppSpec;
import io.roadstead.app.Exposure;
import io.roadstead.app.ExposurePort;
import io.roadstead.app.Scale;
import io.roadstead.v1.Autoscaling;
import io.roadstead.v1.ExposureType;
import io.roadstead.v1.Protocol;
import org.jspecify.annotations.Nullable;

/** Maps the desired state of apps to messages. */
final class SpecToProto {
  private SpecToProto() {}

  static io.roadstead.v1.AppSpec toProto(AppSpec spec) {
    var builder =
        io.roadstead.v1.AppSpec.newBuilder()
            .putAllLabels(spec.labels())
            .putAllAnnotations(spec.annotations())
            .addAllImagePullSecrets(spec.imagePullSecrets());
    spec.containers()
        .forEach(container -> builder.addContainers(ContainerToProto.toProto(container)));
    setScale(spec.scale(), builder);
    Exposure exposure = spec.exposure();
    if (exposure != null) {
      builder.setExposure(toProto(exposure));
    }
    Fields.set(spec.serviceAccountName(), builder::setServiceAccountName);
    spec.initContainers()
        .forEach(container -> builder.addInitContainers(ContainerToProto.toProto(container)));
    SettingsMessages.toProto(spec.settings(), builder);
    return builder.build();
  }

  private static void setScale(@Nullable Scale scale, io.roadstead.v1.AppSpec.Builder builder) {
    if (scale instanceof Scale.Fixed fixed) {
      builder.setReplicas(fixed.replicas());
    } else if (scale instanceof Scale.Autoscaling auto) {
      builder.setAutoscaling(toProto(auto));
    }
  }

  static io.roadstead.v1.Scale toProto(@Nullable Scale scale) {
    var builder = io.roadstead.v1.Scale.newBuilder();
    if (scale instanceof Scale.Fixed fixed) {
      builder.setReplicas(fixed.replicas());
    } else if (scale instanceof Scale.Autoscaling auto) {
      builder.setAutoscaling(toProto(auto));
    }
    return builder.build();
  }

  private static Autoscaling toProto(Scale.Autoscaling auto) {
    var builder =
        Autoscaling.newBuilder()
            .setMinReplicas(auto.minReplicas())
            .setMaxReplicas(auto.maxReplicas());
    Fields.set(auto.targetCpuPercent(), builder::setTargetCpuPercent);
    SettingsMessages.toProto(auto.settings(), builder);
    return builder.build();
  }

  static io.roadstead.v1.Exposure toProto(Exposure exposure) {
    var builder =
        io.roadstead.v1.Exposure.newBuilder()
            .setType(ExposureType.valueOf("EXPOSURE_TYPE_" + exposure.type().name()));
    exposure.ports().forEach(port -> builder.addPorts(toProto(port)));
    SettingsMessages.toProto(exposure.settings(), builder);
    return builder.build();
  }

  private static io.roadstead.v1.ExposurePort toProto(ExposurePort port) {
    var builder =
        io.roadstead.v1.ExposurePort.newBuilder()
            .setPort(port.port())
            .setProtocol(Protocol.valueOf("PROTOCOL_" + port.protocol().name()));
    Fields.set(port.name(), builder::setName);
    Fields.set(port.targetPort(), builder::setTargetPort);
    Fields.set(port.nodePort(), builder::setNodePort);
    Fields.set(port.appProtocol(), builder::setAppProtocol);
    return builder.build();
  }
}
