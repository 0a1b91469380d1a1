// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.app.Violations;
import io.roadstead.cluster.Protocol;

/** Reads the protocol of a port, TCP when it is not set. */
final class ProtocolFromProto {
  private ProtocolFromProto() {}

  static Protocol fromProto(
      io.roadstead.v1.Protocol protocol, int number, Violations violations, String at) {
    return switch (protocol) {
      case PROTOCOL_UNSPECIFIED, PROTOCOL_TCP -> Protocol.TCP;
      case PROTOCOL_UDP -> Protocol.UDP;
      case PROTOCOL_SCTP -> Protocol.SCTP;
      case UNRECOGNIZED -> {
        violations.choose(at, number, Protocol.values());
        yield Protocol.TCP;
      }
    };
  }
}
