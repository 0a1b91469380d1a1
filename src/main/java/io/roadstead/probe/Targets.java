// SPDX-License-Identifier: Apache-2.0
package io.roadstead.probe;

import io.roadstead.cluster.Address;
import java.net.InetAddress;
import java.util.Set;

/**
 * Says which addresses may be tried. Whoever may write a Service's status can put any address into
 * it: the machine's own services and a cloud's metadata server must not be reached that way.
 *
 * @param localMachine whether the machine itself may be
 */
record Targets(boolean localMachine) {
  private static final Set<String> CONNECTED = Set.of("tcp", "http", "https");

  /** Metadata and platform servers that are not link local: AWS (IPv6), Alibaba Cloud, Azure. */
  private static final Set<String> PLATFORM =
      Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200", "168.63.129.16");

  /** Whether a connection can tell anything about it. */
  static boolean isConnected(Address address) {
    return CONNECTED.contains(address.scheme());
  }

  /** Whether an address that a name resolved to, or that is one, may be connected to. */
  boolean allow(InetAddress resolved) {
    if (resolved.isLoopbackAddress()) {
      return localMachine;
    }
    return !resolved.isLinkLocalAddress()
        && !resolved.isAnyLocalAddress()
        && !resolved.isMulticastAddress()
        && !PLATFORM.contains(resolved.getHostAddress());
  }
}
