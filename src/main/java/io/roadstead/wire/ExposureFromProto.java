// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.app.Exposure;
import io.roadstead.app.ExposurePort;
import io.roadstead.app.Violations;
import io.roadstead.app.WholeNumber;
import io.roadstead.cluster.ExposureType;
import java.util.ArrayList;
import java.util.List;

/** Reads the desired exposure of an app. */
public final class ExposureFromProto {
  private static final SettingsMessages SETTINGS = SettingsMessages.allBut("type", "ports");

  private ExposureFromProto() {}

  public static Exposure fromProto(io.roadstead.v1.Exposure exposure) {
    var violations = new Violations();
    return fromProto(exposure, violations, "").validated(violations);
  }

  static Exposure fromProto(
      io.roadstead.v1.Exposure exposure, Violations violations, String prefix) {
    List<ExposurePort> ports = new ArrayList<>();
    violations.each(
        prefix + "ports",
        exposure.getPortsList(),
        (port, at) -> ports.add(port(port, violations, at)));
    return new Exposure(
        type(exposure, violations, prefix + "type"),
        ports,
        SETTINGS.fromProto(
            exposure,
            violations,
            prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1)));
  }

  private static ExposurePort port(
      io.roadstead.v1.ExposurePort port, Violations violations, String at) {
    return new ExposurePort(
        ProtoFields.optional(port.getName()),
        violations.required(at + ".port", ProtoFields.optional(port.getPort()), WholeNumber.PORT),
        ProtoFields.optional(port.getTargetPort()),
        ProtocolFromProto.fromProto(
            port.getProtocol(), port.getProtocolValue(), violations, at + ".protocol"),
        port.hasNodePort() ? port.getNodePort() : null,
        ProtoFields.optional(port.getAppProtocol()));
  }

  private static ExposureType type(
      io.roadstead.v1.Exposure exposure, Violations violations, String at) {
    return switch (exposure.getType()) {
      case EXPOSURE_TYPE_INTERNAL -> ExposureType.INTERNAL;
      case EXPOSURE_TYPE_NODE_PORT -> ExposureType.NODE_PORT;
      case EXPOSURE_TYPE_LOAD_BALANCER -> ExposureType.LOAD_BALANCER;
      case EXPOSURE_TYPE_EXTERNAL -> ExposureType.EXTERNAL;
      case EXPOSURE_TYPE_UNSPECIFIED, UNRECOGNIZED -> {
        int number = exposure.getTypeValue();
        violations.choose(at, ProtoFields.optional(number), ExposureType.values());
        yield ExposureType.INTERNAL;
      }
    };
  }
}
