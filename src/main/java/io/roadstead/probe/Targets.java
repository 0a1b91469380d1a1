// SPDX-License-Identifier: Apache-2.0
package io.roadstead.probe;

import io.roadstead.cluster.Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Set;

/**
 * Says which addresses may be tried. Anyone who may write a Service's status can put any address into
 * it: the machine's own services and a cloud's metadata server must not be reached that way.
 *
 * @param localMachine whether the machine itself may be
 */
record Targets(boolean localMachine) {
  private static final Set<String> CONNECTED = Set.of("tcp", "http", "https");

  /**
   * Metadata and platform servers that are not link local: Alibaba Cloud, Azure, Google, Oracle.
   */
  private static final Set<String> PLATFORM =
      Set.of(
          "100.100.100.200", "168.63.129.16", "fd20:ce:0:0:0:0:0:254", "fd00:c1:0:0:0:0:a9fe:a9fe");

  /** AWS has its servers in fd00:ec2::/32; 64:ff9b::/96 leads to any IPv4 address (RFC 6052). */
  private static final List<String> PLATFORM_NETWORKS = List.of("fd00:ec2:", "64:ff9b:");

  /** Whether a connection can tell anything about it. */
  static boolean isConnected(Address address) {
    return CONNECTED.contains(address.scheme());
  }

  /** Whether an address that a name resolved to, or that is one, may be connected to. */
  boolean allow(InetAddress resolved) throws SocketException {
    if (resolved.isLoopbackAddress() || NetworkInterface.getByInetAddress(resolved) != null) {
      return localMachine;
    }
    String text = resolved.getHostAddress();
    return !resolved.isLinkLocalAddress()
        && !resolved.isAnyLocalAddress()
        && !resolved.isMulticastAddress()
        && !PLATFORM.contains(text)
        && PLATFORM_NETWORKS.stream().noneMatch(text::startsWith);
  }
}
